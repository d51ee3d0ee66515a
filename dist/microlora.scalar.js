/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./microlora.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=16384,i=4294967295,o=0,a=1,n=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[n]:super[Symbol.hasInstance](e)}get[n](){return!0}constructor(t,e,r){
super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function h(t,e,r){throw new LoraError(t,e,r)}var c={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${d}`}
function u(t,e){const s=Object.keys(r),[i]=s.filter(e=>r[e]===t)
h(i,`${e}: ${c[i]??i}`)}var d="",l=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),p=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),m={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...p.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},f=Object.fromEntries([...p.keys(),"betas"].map(t=>[t,void 0])),_=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),g=t=>t.length>80?`${t.slice(0,79)}…`:t,y=t=>g(JSON.stringify(t))
function b(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function v(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=b(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${g(s)}?)`}var w=t=>Object.prototype.toString.call(t).slice(8,-1),A=t=>"string"==typeof t?y(t):g(Object(t)===t?w(t):String(t)),O=(t,e,r,s="LORA_E_TYPE")=>h(s,`${t} must be ${e}, got ${A(r)}`)
function E(t,e,r){const s=L(t,e)
s!==r&&h("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function R(t,e,r,s){const i=L(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&h("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function L(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===w(e))||O(t,"a Float32Array",e)
return e.length}function S(t,e){"number"!=typeof e&&O(t,"a number",e)
Number.isFinite(Math.fround(e))||h("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function k(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&O(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&h(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function j(t,e){const r=S(t,e)
r<0&&h("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e){const r=S(t,e)
r>0||h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function N(t){const e=S("share",t)
e>=0&&e<=1||h("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function $(t,e,r){const s=r.indexOf(e)
s<0&&h("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${A(e)}`+v(e,r)+d)
return s}function M(t,e,r){return r.get(e)??$(t,e,[...r.keys()])}function F(t,e){"boolean"!=typeof e&&O(t,"true or false",e)
return e}function P(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function x(t,e,r){P(e)||O(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
h("LORA_E_OPTION",`${t} has no option ${g(s)}${v(s,e)}; it has ${e.join(", ")}`+d)}}function T(t,e,r){x(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var C,B=/* @__PURE__ */Symbol.for("microlora 0.1.0"),z=globalThis
function D(t){const e=t?.[B]
"function"==typeof e&&e()
const r=C
C=void 0
return r}var W=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,B,{value:e=>{void 0===e?C=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:D(t)??O("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return D(this)?.i??"Object"}toJSON(){return q(this).p()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=D(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.i} ${r(s.p(),e)}`}}
function H(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:q}=W
function G(t,e,r,s,i){const o=D(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[B]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&h(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return O(t,e,r,i)}var U=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),J=class extends W{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[U],configurable:!0})}free(){q(this).t()}[U](){this.free()}},Y=[1,2,3,4,5],V=[[1,0,2,0,-1],[0,1,0,-2,1]],Q=[[1,2,0,0,4],[0,2,4,0,-2]],X=[1,0,-1,2,.5],K=[2,3,1,4,10],Z=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],tt=/* @__PURE__ */new Map
function et(t,e){tt.set(t,e)
return t}var rt,st,it=4293918720,ot="this is not the microlora.wasm of this release: take the one beside this script",at=(t=16777216)=>k("memory (bytes)",t,131072,it),nt=class{i="Engine"
E=!0
wa=tt
f=new Float32Array(0)
O="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.c.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&h("LORA_E_MODULE",ot)
this.P=e.memory
this.c={...e}
this.Q=1===this.c.lora_simd()}p(){return{simd:this.Q,memoryUsage:this.F()}}F(){return{used:this.c.lora_memory_used(),free:this.c.lora_memory_free(),largestFree:this.c.lora_memory_largest_free()}}m(t,e){return new Float32Array(this.P.buffer,t>>>0,e)}R(t){this.c.lora_grow(t)<0&&h("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.q()}q(){const t=this.c
this.f=this.m(t.lora_transfer(),t.lora_transfer_size())}},ht=q,Engine=class extends W{constructor(t,e,r){const s=new nt(t)
s.E=r
s.R(e)
super(s)
this.simd=s.Q
H(this)}get memory(){return ht(this).P}get memoryUsage(){return ht(this).F()}grow(t){ht(this).R(k("grow: bytes",t,1,it))}},ct=t=>function(t){const{c:e,f:r}=t,s=e.lora_create(5,5,V.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(Y)
e.lora_forward(s,0,1,1)
const o=t.m(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[V,Q].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(K)
r.set(X)
e.lora_adapt(s,0,1,1)
const a=i(Z)
e.lora_free(s)
return o&&a}(ht(t)),ut="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",dt=t=>"WebAssembly.Module"===w(t)
function lt(t){const e=T("init",void 0===t||P(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&h("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:at(e.memory),simd:void 0===e.simd?void 0:F("simd",e.simd),warnings:F("warnings",e.warnings)}}function pt(){"object"!=typeof WebAssembly&&h("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function mt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&h("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&h("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||dt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":ot:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
h("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ft(t){if(dt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===w(t))(t))return t
h("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${w(t)}`)}async function _t(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function gt(t){const e=dt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function yt(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
if(dt(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var bt=(t,{memory:e,warnings:r})=>new Engine(t,at(e),r)
function vt(t,e){const r=bt(t,e)
ct(r)||h("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&h("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function wt(t){pt()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(w(e))&&(e=await fetch(e))
if("Response"===w(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||h("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return ft(e)}(t.module)
return vt(await _t(r),t)}const s=yt(t)
if(void 0!==s){const e=bt(await _t(s),t)
if(ct(e))return e}!0===t.simd&&h("LORA_E_SIMD",ut)
const i=await(async()=>e())().catch(t=>h("LORA_E_SIMD",ut,t)),o=bt(await _t(i),t)
ct(o)||h("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(e){return mt(e,t,r)}}function At(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&h("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(z,B,{value:t,configurable:!0})}(t)
return t}async function Ot(t){const e=lt(t)
if(void 0===rt){st??=wt(e).then(t=>rt??=t).finally(()=>st=void 0)
await st}return At(rt,e)}function Et(t){const e=lt(t)
rt??=function(t){pt()
let e
try{if(void 0!==t.module){e=ft(t.module)
return vt(gt(e),t)}const r=yt(t)
if(void 0!==r){const e=bt(gt(r),t)
if(ct(e))return e}return h("LORA_E_SIMD",ut)}catch(r){return mt(r,t,e)}}(e)
return At(rt,e)}async function Rt(t){return wt(lt(t))}function Lt(t,e,...s){const i=t.c[e](...s)
i===r.LORA_E_MEMORY&&h("LORA_E_MEMORY",`the arena is full: this needs ${t.c.lora_memory_wanted()} bytes in one piece, and ${t.F().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&u(i,e)
t.q()
return i}var St=class{i
b
d=0
constructor(t,e){this.i=t
this.b=void 0!==(r=e)?G("engine","one of init or createEngine",r,nt,"LORA_E_OPTION"):q(rt??h("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}G(t,...e){this.d=Lt(this.b,t,...e)
this.b.O?.register(this,this.d,this)}a(t,...e){const r=this.b.c[`lora_${t}`](this.d,...e)
return r<-1?u(r,t):r}h(){0===this.d&&u(r.LORA_E_HANDLE,"after free()")}t(){if(0!==this.d){this.b.O?.unregister(this)
this.a("free")
this.d=0}}p(){return{...this.j(),...0===this.d?{freed:!0}:this.r()}}j(){return{}}r(){return{}}},kt=["A","B"],jt=(t,e)=>k(t,e,1,s,"LORA_E_SHAPE"),It=class extends St{constructor(t,e,r,s){super(t,e.engine)
this.u=e.engine
this.ma=r
this.s=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&h("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?jt("in",e.in):jt("dim",o),n=void 0===o?jt("out",e.out):a,c=k("rank",e.rank,1,64,"LORA_E_SHAPE"),u=S("alpha",e.alpha),d=k("batch",e.batch,1,1024),l=M("optimizer",e.optimizer,_),p=e.optimizer,m=k("seed",e.seed,0,2**32-1),g=F("sharedIO",e.sharedIO),y=void 0!==o
this.G("lora_create",a,n,c,u,void 0===e.learningRate?this.b.c.lora_default_rate(l,a):j("learningRate",e.learningRate),l,m,(y?1:0)+(g?2:0),r,s,d)
this.dim=a
this.in=a
this.out=n
this.rank=c
this.alpha=u
this.batch=d
this.seed=m
this.sharedIO=g
this.residual=y
this.optimizer=p
try{this.v(i,function(t){const e=Object.fromEntries(Object.keys(f).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.t()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}j(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get H(){return this.a("option",0,0)}v(t,e){for(const[s,i,o]of function(t){const e=T("options",t,f),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||O("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>j("betas",t))
t<1&&s<1&&t**2<s||h("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of p)void 0!==e[t]&&r.push([t,s,j(t,e[t])])
return r}(e)){const e=this.b.c.lora_set_option(this.d,t,i,o)
e===r.LORA_E_RANGE&&h("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
e<0&&u(e,s)}}S(t){const e=this.g(t),[r,s]=kt.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.b.f.subarray(0,s),t*s)}return i})
return{A:r,B:s}}T(t,e){const r=this.g(t),{A:s,B:i}=T("setWeights",e,{A:void 0,B:void 0})
E("setWeights: A (rank, in)",s,this.rank*this.in)
E("setWeights: B (rank, out)",i,this.rank*this.out)
const{c:o,f:a}=this.b
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const h=t?o.lora_write_row(this.d,r,s,n):o.lora_check(i)
h<0&&u(h,"setWeights")}})}},Nt=["sum","mean"],$t={loss:void 0,delta:void 0,reduction:void 0},Mt=class extends It{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
w=this.input
x=1
o(){this.h()
if(0===this.input.length){this.inputs=this.I("lora_input",this.in)
this.outputs=this.I("lora_output",this.out)
this.gradients=this.I("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}I(t,e){const r=this.b,s=r.c[t](this.d),i=r.c.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,o)=>r.m(s+o*i,e)))}U(t,e,r){const s=this.g(t),i=this.b
let o=0
if(void 0!==e||void 0!==r){E("forward: x",e,this.in)
void 0!==r&&E("forward: out",r,this.out)
i.f.set(e)
o=1}const a=i.c.lora_forward(this.d,s,1,o)
a<0&&this.k(a,"forward",s)
if(void 0!==e){this.o()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}y(t,e){const r=this.g(t),s=this.b
let i=0
if(void 0!==e){E("adapt: gradient",e,this.out)
s.f.set(e)
i=1}const o=s.c.lora_adapt(this.d,r,1,i)
o<0&&this.k(o,"adapt",r)}V(t,e=this.batch,r){const s=this.g(t),i=this.b,o="number"==typeof e,a=o?k("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):R("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&E("forwardBatch: out",r,a*this.out)
o||i.f.set(e)
const n=i.c.lora_forward(this.d,s,a,o?0:1)
n<0&&this.k(n,"forwardBatch",s)
this.x=a
if(o&&void 0===r)return
const h=this.na(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}na(t){const e=this.b,r=e.c.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.w.length===s&&this.w.byteOffset===r||(this.w=e.m(r,s))
return this.w}W(t,e){const r=this.g(t),s=this.b
let i=this.x
if(void 0!==e){i=R("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const o=s.c.lora_adapt(this.d,r,i,void 0===e?0:1)
o<0&&this.k(o,"adaptBatch",r)}l(t,e,r,s,i){const o=this.g(t),a=this.b
let n=0,c=1,u=0
if(void 0!==i){x("learn",i,$t)
const t=i
void 0!==t.loss&&(n=M("loss",t.loss,l))
void 0!==t.reduction&&(u=$("reduction",t.reduction,Nt))
void 0!==t.delta&&(c=I("delta",t.delta))
1===u&&2===n&&h("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}E("learn: x",e,s*this.in)
E("learn: target",r,s*this.out)
a.f.set(e)
a.f.set(r,e.length)
const d=a.c.lora_learn(this.d,o,s,n,c,u)
d<-1&&this.k(d,"learn",o)
this.x=s
return d}X(t,e,r,s){const i=R("learnBatch: X",e,this.in,this.batch)
return this.l(t,e,r,i,s)}Y(t,e){const r=this.g(t),{b:s,d:i}=this,o=s.c.lora_adapt_with_reward(i,r,S("reward",e))
o<0&&this.k(o,"adaptWithReward",r)}k(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&h("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}u(t,e)}},Ft="EmbeddingSpace",Pt=q,xt=2**32-1,Tt={dim:void 0,directions:void 0,engine:void 0},Ct=class extends St{input=new Float32Array(0)
output=this.input
constructor(t){const e=T(Ft,t,Tt)
super(Ft,e.engine)
this.u=e.engine
this.dim=k("dim",e.dim,1,s,"LORA_E_SHAPE")
const r=Math.min(this.dim-1,64)
this.directions=k("directions",void 0===e.directions?Math.min(32,r):e.directions,0,r)
this.G("lora_space_create",this.dim,this.directions)}j(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}r(){return{documentCount:this.a("space_count",o),queryCount:this.a("space_count",a),spread:this.a("space_spread"),frozen:this.J()}}J(){return 1===this.a("space_is_frozen")}o(){this.h()
if(0!==this.input.length)return
const{b:t,d:e,dim:r}=this
this.input=t.m(t.c.lora_space_input(e),r)
this.output=t.m(t.c.lora_space_output(e),r)}l(t,e,r){const s=R(t,r,this.dim,xt)
e===o&&this.J()&&h("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
const{c:i}=this.b,a=t=>t/this.dim
s>64&&this.K(t,r,t=>i.lora_space_check(this.d,a(t)))
this.K(t,r,t=>i.lora_space_learn(this.d,e,a(t)))}K(t,e,r){const s=this.b
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.q()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.f.set(a)
const n=r(a.length,o)
n<0&&u(n,t)}}Z(t,e,r,s){this.o()
const{c:i,f:o}=this.b
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.d,e)
r<0&&u(r,t)
return}E(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
E(`${t}: out`,n,this.dim)
o.set(a)
const h=i.lora_space_map(this.d,e,1)
h<0&&u(h,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}_(t,e,r,s){R(t,r,this.dim,xt)
void 0!==s&&E(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{b:o}=this
this.K(t,r,(t,r)=>{const s=o.c.lora_space_map(this.d,e,t/this.dim)
i.set(o.f.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}$(){return this.b.f.slice(0,this.dim)}oa(){const[t,e]=[o,a].map(t=>{this.a("space_mean",t)
return this.$()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.$(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}z(t){const e=Bt("copyFrom",t)
this.h()
e.h()
e.b!==this.b&&h("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.b.c.lora_space_copy(this.d,e.d)
s===r.LORA_E_SHAPE&&h("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&u(s,"copyFrom")}},Bt=(t,e)=>G(t,`an ${Ft}`,e,Ct),EmbeddingSpace=class t extends J{static i=et(Ft,this)
constructor(t){const e=new Ct(t)
super(e)
this.dim=e.dim
this.directions=e.directions
H(this)}learnDocuments(t){Pt(this).l("learnDocuments",o,t)}learnQueries(t){Pt(this).l("learnQueries",a,t)}document(t,e){return Pt(this).Z("document",o,t,e)}query(t,e){return Pt(this).Z("query",a,t,e)}documents(t,e){return Pt(this)._("documents",o,t,e)}queries(t,e){return Pt(this)._("queries",a,t,e)}get input(){const t=Pt(this)
t.o()
return t.input}get output(){const t=Pt(this)
t.o()
return t.output}get documentCount(){return Pt(this).a("space_count",o)}get queryCount(){return Pt(this).a("space_count",a)}get spread(){return Pt(this).a("space_spread")}get frozen(){return Pt(this).J()}freeze(t=!0){Pt(this).a("space_freeze",Number(F("freeze",t)))}export(){return Pt(this).oa()}clone(){const e=Pt(this)
e.h()
const r=new t({...e.j(),engine:e.u})
Pt(r).z(this)
return r}copyFrom(t){Pt(this).z(t)}reset(){Pt(this).a("space_reset")}},zt=class extends Mt{C
constructor(t,e,r,s){super(t,function(t){const e=F("cautious",t.cautious)
if(void 0===t.space){e&&h("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Bt("space",t.space)
r.h()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.u}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.C=Bt("space",this.space)
this.pa(this.C)}catch(t){this.t()
throw t}}pa(t){t.b!==this.b&&h("LORA_E_OPTION","space: it is in another engine")
const e=this.b.c.lora_join_space(this.d,t.d,Number(this.cautious))
if(e===r.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
h("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}e<0&&u(e,"space")}j(){return{...super.j(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},Dt=t=>k("rank",t,1,64,"LORA_E_SHAPE")
function Wt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.h()
e.b!==i.b&&h("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.s===i.s||h("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.C!==i.C&&h("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.aa({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=q(o)
e.qa(i)
for(let o=0;o<i.s;o++){const i=t.filter(({adapters:t})=>t.ra(o))
i.length>0&&Ht(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Ht(t,e,r,s,i,o){const a=e.b,n=a.c,h=t.map(({adapters:t})=>t.rank),c=h.reduce((t,e)=>t+e,0),d=2*Math.max(...h),l=Math.max(Math.min(c,Math.max(128,4*e.rank)),d),p=Lt(a,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(p,e.d,r,s)
t<0&&u(t,"sum")}const a=n.lora_sum_take(p,e.d,r,s,i)
a<0&&u(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(p))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(p))}finally{n.lora_free(p)}}var qt=class t extends zt{aa(t){return new(tt.get(this.i))({...this.j(),engine:this.u,...t})}ba(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...p].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}qa(t){const{c:e}=this.b
for(let r=0;r<this.s;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.d,r,s,i)
o<0&&u(o,"options")}
s(4,0)
s(5)
for(const t of p.values())s(t)}}ra(t){return 1===this.s||t>=this.ma||1===this.a("has_learned",t)}ca(e,r){const s=G(r,"an adapter like this one",e,t)
this.h()
s.h()
s.b!==this.b&&h("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}sa(){this.h()
const t=this.aa({})
try{q(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}z(t){const e=this.ca(t,"copyFrom"),s=this.b.c.lora_copy(this.d,e.d,0)
s===r.LORA_E_SHAPE&&h("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&u(s,"copyFrom")}ta(t){return Wt([{adapters:this,weight:1}],Dt(t),!1,0).adapter}ua(t,e={}){const r=this.ca(t,"update"),{rank:s,maxNorm:i}=T("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Wt([{adapters:this,weight:1},{adapters:r,weight:-1}],Dt(s),!1,j("update: maxNorm",i))}da(t,e,r){const s=this.g(t),{c:i,f:o}=this.b,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.d,s,t,r)
n<0&&u(n,"merge")
e.set(o.subarray(0,this.in))}return a}D(t,e,r){E("W (out, in)",e,this.out*this.in)
e.set(this.da(t,e,r))
return e}ea(t){return this.da(t,new Float32Array(this.out*this.in),1)}},Gt={temperature:void 0,margin:void 0,units:void 0},Ut=["spread","cosine"],Jt=[.5,.07],Yt=[2,0],Vt=class extends qt{fa=0
ga(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}L(){if(this.fa>64||++this.fa<=64||!this.b.E)return
const{advice:t}=this.ga()
if(void 0!==t){this.b.E=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}y(t,e){super.y(t,e)
this.L()}l(t,e,r,s,i){const o=super.l(t,e,r,s,i)
this.L()
return o}M(t,e,r,s,i,o={}){const a=this.g(t),n=this.b,[c,d]=function(t){const{temperature:e,margin:r,units:s}=T("contrast",t,Gt)
if(void 0===r){const[t]=Ut,r=$("units",void 0===s?t:s,Ut)
return[Yt[r],I("temperature",void 0===e?Jt[r]:e)]}void 0===e&&void 0===s||h("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,I("margin",r)]}(o)
E("contrast: query",e,i*this.in)
E("contrast: positive",r,i*this.out)
const l=i+(void 0===s?0:R("contrast: negatives",s,this.out,65536-i))
l<2&&h("LORA_E_SHAPE","contrast: give at least one negative")
const p=n.c.lora_reserve(this.d,i,l)
p<0&&u(p,"contrast")
n.q()
const m=n.f
m.set(e)
m.set(r,e.length)
void 0!==s&&m.set(s,e.length+r.length)
const f=n.c.lora_contrast(this.d,a,i,l,c,d)
f<-1&&this.k(f,"contrast",a)
this.x=i
this.L()
return f}ha(t,e,r,s,i){const o=R("contrastBatch: queries",e,this.in,this.batch)
return this.M(t,e,r,s,o,i)}N(t,e,r,s={}){const i=this.g(t),o=this.b,a=F("mapped",T("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&h("LORA_E_OPTION","mapped: these adapters are in no space")
E("score: x",e,this.in)
const n=R("score: documents",r,this.out,65536),c=o.c.lora_reserve(this.d,1,n)
c<0&&u(c,"score")
o.q()
o.f.set(e)
o.f.set(r,e.length)
const d=o.c.lora_score(this.d,i,n,Number(a))
d<0&&this.k(d,"score",i)
return o.f.slice(0,n)}ia(t,e,r,s){const i=this.N(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}ja(t,e){const r=this.g(t),s=this.b
if(void 0!==e){E("accumulate: gradient",e,this.out)
s.f.set(e)}const i=s.c.lora_accumulate(this.d,r,1,void 0===e?0:1)
i<0&&this.k(i,"accumulate",r)}ka(t){const e=this.g(t),r=this.b.c.lora_step(this.d,e)
r<0&&this.k(r,"step",e)}},Qt=q
function Xt(t){const e=Qt(t)
e.o()
return e}var Kt=class extends J{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
H(this)}get input(){return Xt(this).input}get output(){return Xt(this).output}get gradient(){return Xt(this).gradient}get inputs(){return Xt(this).inputs}get outputs(){return Xt(this).outputs}get gradients(){return Xt(this).gradients}get paramCount(){return Qt(this).a("param_count")}get learningRate(){return Qt(this).H}set learningRate(t){const e=j("learningRate",t)
Qt(this).v(i,{learningRate:e})}},Zt=q,te=class extends Kt{get space(){return Zt(this).space}get cautious(){return Zt(this).cautious}diagnose(){return q(this).ga()}clone(){return Zt(this).sa()}copyFrom(t){Zt(this).z(t)}resize(t){return Zt(this).ta(t)}update(t,e){return Zt(this).ua(t,e)}},ee="MicroLoRA",re=q,se=class extends Vt{r(){return{learningRate:this.H,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},ie=class extends te{
constructor(t){const e=T(ee,t,m)
super(new se(ee,e,1,0))}forward(t,e){return re(this).U(0,t,e)}adapt(t){re(this).y(0,t)}forwardBatch(t,e){return re(this).V(0,t,e)}adaptBatch(t){re(this).W(0,t)}learn(t,e,r){return re(this).l(0,t,e,1,r)}learnBatch(t,e,r){return re(this).X(0,t,e,r)}adaptWithReward(t){re(this).Y(0,t)}get deltaNorm(){return re(this).a("delta_norm",0)}get adaptCount(){return re(this).a("adapt_count",0)}get forwardCount(){return re(this).a("forward_count",0)}getWeights(){return re(this).S(0)}setWeights(t){
re(this).T(0,t)}reset(){re(this).a("reset",i)}},oe=q,MicroLoRA=class extends ie{static i=et("MicroLoRA",this)
contrast(t,e,r,s){return oe(this).M(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return oe(this).ha(0,t,e,r,s)}score(t,e,r){return oe(this).N(0,t,e,r)}order(t,e,r){return oe(this).ia(0,t,e,r)}get served(){return oe(this).a("served",0)}accumulate(t){oe(this).ja(0,t)}step(){oe(this).ka(0)}decayToBase(t){oe(this).a("decay_to_base",0,N(t))}setOptions(t){oe(this).v(i,t)}getOptions(){return oe(this).ba(0)}delta(){return oe(this).ea(0)}mergeInto(t){return oe(this).D(0,t,1)}unmergeFrom(t){
return oe(this).D(0,t,-1)}},ae=t=>Object.freeze(t.split(" ")),ne=/* @__PURE__ */ae("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),he=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */ae("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */ae("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */ae("Aggregate GroupBy"),
shaping:/* @__PURE__ */ae("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */ae("VectorDistance Rerank")}),ce="ScopedLoRA",ue=q,de={...m,scopes:void 0,categories:void 0,categoryFallback:!0},le=class extends Vt{constructor(t){const e=T(ce,t,de),r=void 0===e.scopes?ne:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||O("scopes","an array of names",t)
k("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&h("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?he:{})
const i=function(t,e){P(t)&&Object.values(t).every(Array.isArray)||O("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&h("LORA_E_SCOPE",`categories: there is no scope ${y(t)}${v(t,[...e.keys()])}`)
r.has(s)&&h("LORA_E_OPTION",`categories: ${g(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),o=F("categoryFallback",e.categoryFallback)
super(ce,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.va=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.la(o)}j(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.j(),scopes:t,categories:e,categoryFallback:r}}r(){return{learningRate:this.H,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}la(t){this.a("set_category_fallback",Number(F("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.va.get(t)??h("LORA_E_SCOPE",`there is no scope ${g(t)}${v(t,this.scopes)}`):k("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},pe=class extends te{constructor(t){super(new le(t))}get scopes(){return ue(this).scopes}get categories(){return ue(this).categories}scopeName(t){const e=ue(this)
e.h()
return e.scopes[e.g(t)]}forward(t,e,r){return ue(this).U(t,e,r)}adapt(t,e){ue(this).y(t,e)}forwardBatch(t,e,r){return ue(this).V(t,e,r)}adaptBatch(t,e){ue(this).W(t,e)}learn(t,e,r,s){return ue(this).l(t,e,r,1,s)}learnBatch(t,e,r,s){return ue(this).X(t,e,r,s)}adaptWithReward(t,e){ue(this).Y(t,e)}deltaNorm(t){return ue(this).n("delta_norm",t)}adaptCount(t){return ue(this).n("adapt_count",t)}forwardCount(t){return ue(this).n("forward_count",t)}get totalAdaptCount(){
return ue(this).a("total_adapt_count")}get totalForwardCount(){return ue(this).a("total_forward_count")}get categoryFallback(){return ue(this).categoryFallback}set categoryFallback(t){ue(this).la(t)}getWeights(t){return ue(this).S(t)}setWeights(t,e){ue(this).T(t,e)}reset(t){const e=ue(this)
e.a("reset",void 0===t?i:e.g(t))}},me=q,ScopedLoRA=class extends pe{static i=et("ScopedLoRA",this)
contrast(t,e,r,s,i){return me(this).M(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return me(this).ha(t,e,r,s,i)}score(t,e,r,s){return me(this).N(t,e,r,s)}order(t,e,r,s){return me(this).ia(t,e,r,s)}served(t){return me(this).n("served",t)}accumulate(t,e){me(this).ja(t,e)}step(t){me(this).ka(t)}decayToBase(t,e){me(this).n("decay_to_base",t,N(e))}setOptions(t,e){const r=me(this)
r.v(void 0===e?i:r.g(e),t)}getOptions(t){return me(this).ba(t)}delta(t){return me(this).ea(t)}mergeInto(t,e){return me(this).D(t,e,1)}unmergeFrom(t,e){return me(this).D(t,e,-1)}},fe="TrajectoryBuffer",_e=q,ge=2**32-1,ye={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function be(t,e){const r=S(t,e)
r<=0&&h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var ve=/* @__PURE__ */new Map([["operator",0],["attention",1]]),we=class extends St{constructor(t){const e=T(fe,t,ye)
super(fe,e.engine)
this.capacity=k("capacity",e.capacity,1,ge)
this.dim=k("dim",e.dim,1,s,"LORA_E_SHAPE")
this.operators=k("operators",e.operators,1,256)
this.G("lora_trajectory_create",this.capacity,this.dim,this.operators)}j(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}r(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends J{static i=et(fe,this)
constructor(t){const e=new we(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
H(this)}record(t,e,r,s,i){const o=_e(this)
E("embedding",t,o.dim)
k("operator",e,0,o.operators-1)
k("attention",r,0,255)
be("executionMs",s)
be("baselineMs",i)
const{c:a,f:n}=o.b
n.set(t)
const h=a.lora_trajectory_record(o.d,e,r,s,i)
h<0&&u(h,"record")}get length(){return _e(this).a("trajectory_length")}get totalCount(){return _e(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return _e(this).a("trajectory_success_rate")}get bestImprovement(){return _e(this).a("trajectory_best_improvement")}get meanImprovement(){return _e(this).a("trajectory_mean_improvement")}get variance(){return _e(this).a("trajectory_variance")}get bestAttention(){return _e(this).a("trajectory_best_attention")}
highQualityCount(t){return _e(this).a("trajectory_high_quality_count",S("threshold",t))}countByOperator(t){const e=_e(this)
k("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=_e(this)
k("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.b.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&O("filter: keep","a function",t)
return[...this].filter(t)}top(t){k("top: count",t,0,ge)
const e=Array.from({length:this.length},(t,e)=>({improvement:_e(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=M("statistics: by",t,ve),r=(t,r)=>_e(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){k("sample: count",t,0,ge)
const r=T("sample",e,{by:"uniform",seed:1}),s=1===$("sample: by",r.by,["uniform","improvement"]),i=k("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&h("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(_e(this).a("trajectory_draw",Number(s),i,e)))}reset(){_e(this).a("trajectory_reset")}}
function Ae(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||h("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
E(t,i,r)
return i}var Oe=class{constructor(t,e){this.i=t
this.e=e}p(){return q(this.e).p()}t(){this.e.free()}},Ee=class extends Oe{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Ae("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Re=/* @__PURE__ */ae("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Le=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Se=q,WasmMicroLoRA=class extends J{constructor(t,e,r){const s=new MicroLoRA(Le(t,e,r))
super(new Ee("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Se(this).inputAddress}get_output_ptr(){return Se(this).outputAddress}forward(){Se(this).forward(0)}forward_array(t){return Se(this).forwardArray(0,t)}adapt(){Se(this).prepare(0)
Se(this).e.adapt()}adapt_array(t){const e=Ae("adapt_array: gradient",t,Se(this).e.dim)
Se(this).prepare(0)
Se(this).e.adapt(e)}adapt_with_reward(t){Se(this).prepare(0)
Se(this).e.adaptWithReward(t)}delta_norm(){return Se(this).e.deltaNorm}adapt_count(){return BigInt(Se(this).e.adaptCount)}forward_count(){return BigInt(Se(this).e.forwardCount-Se(this).hidden(0))}param_count(){return Se(this).e.paramCount}dim(){return Se(this).e.dim}reset(){Se(this).e.reset()
Se(this).reset()}},ke=q,WasmScopedLoRA=class extends J{constructor(t,e,r){const s=new ScopedLoRA(Le(t,e,r))
super(new Ee("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?ne[t]:void 0)??h("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ke(this).inputAddress}get_output_ptr(){return ke(this).outputAddress}forward(t){ke(this).forward(t)}forward_array(t,e){return ke(this).forwardArray(t,e)}adapt(t){ke(this).prepare(t)
ke(this).e.adapt(t)}adapt_array(t,e){const r=Ae("adapt_array: gradient",e,ke(this).e.dim)
ke(this).prepare(t)
ke(this).e.adapt(t,r)}adapt_with_reward(t,e){ke(this).prepare(t)
ke(this).e.adaptWithReward(t,e)}delta_norm(t){return ke(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ke(this).e.adaptCount(t))}forward_count(t){return BigInt(ke(this).e.forwardCount(t)-ke(this).hidden(t))}total_adapt_count(){return BigInt(ke(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ke(this).e.totalForwardCount-ke(this).hiddenInAll)}set_category_fallback(t){ke(this).e.categoryFallback=t
ke(this).forget()}reset_scope(t){ke(this).e.reset(t)
ke(this).reset(t)}reset_all(){ke(this).e.reset()
ke(this).reset()}},je=t=>q(t).e,WasmTrajectoryBuffer=class extends J{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Oe("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=Ae("record: embedding",t,je(this).dim)
je(this).record(o,e,r,s,i)}success_rate(){return je(this).successRate}best_improvement(){return je(this).bestImprovement}mean_improvement(){return je(this).meanImprovement}variance(){return je(this).variance}best_attention(){return je(this).bestAttention}high_quality_count(t){return je(this).highQualityCount(t)}count_by_operator(t){return je(this).countByOperator(t)}len(){return je(this).length}total_count(){return BigInt(je(this).totalCount)}is_empty(){return je(this).isEmpty}reset(){
je(this).reset()}}
function Ie(t,e={}){Array.isArray(t)&&0!==t.length||O("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{P(t)||O("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=T("average",t,{adapter:void 0,weight:1})
return{adapters:G("average: adapter","a MicroLoRA or ScopedLoRA",e,qt),weight:j("average: weight",r)}})
r.every(({weight:t})=>0===t)&&h("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=T("average",e,{rank:s})
return Wt(r,Dt(i),!0,0)}export{Re as COMPAT_SCOPES,he as DEFAULT_CATEGORIES,ne as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Re as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,Ie as average,Rt as createEngine,Ot as default,Et as initSync,e as wasm}


/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./microlora.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=16384,i=4294967295,o=0,a=1,n=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[n]:super[Symbol.hasInstance](e)}get[n](){return!0}constructor(t,e,r){
super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function c(t,e,r){throw new LoraError(t,e,r)}var h={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${d}`}
function u(t,e){const s=Object.keys(r),[i]=s.filter(e=>r[e]===t)
c(i,`${e}: ${h[i]??i}`)}var d="",l=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),p=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),m={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...p.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},f=Object.fromEntries([...p.keys(),"betas"].map(t=>[t,void 0])),_=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),g=t=>t.length>80?`${t.slice(0,79)}…`:t,y=t=>g(JSON.stringify(t))
function b(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function w(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=b(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${g(s)}?)`}var A=t=>Object.prototype.toString.call(t).slice(8,-1),v=t=>"string"==typeof t?y(t):g(Object(t)===t?A(t):String(t)),O=(t,e,r,s="LORA_E_TYPE")=>c(s,`${t} must be ${e}, got ${v(r)}`)
function E(t,e,r){const s=L(t,e)
s!==r&&c("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function R(t,e,r,s){const i=L(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&c("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function L(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===A(e))||O(t,"a Float32Array",e)
return e.length}function k(t,e){"number"!=typeof e&&O(t,"a number",e)
Number.isFinite(Math.fround(e))||c("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function S(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&O(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&c(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function N(t,e){const r=k(t,e)
r<0&&c("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e){const r=k(t,e)
r>0||c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function j(t){const e=k("share",t)
e>=0&&e<=1||c("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function $(t,e,r){const s=r.indexOf(e)
s<0&&c("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${v(e)}`+w(e,r)+d)
return s}function F(t,e,r){return r.get(e)??$(t,e,[...r.keys()])}function M(t,e){"boolean"!=typeof e&&O(t,"true or false",e)
return e}function x(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function P(t,e,r){x(e)||O(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
c("LORA_E_OPTION",`${t} has no option ${g(s)}${w(s,e)}; it has ${e.join(", ")}`+d)}}function T(t,e,r){P(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var B,C=/* @__PURE__ */Symbol.for("microlora 0.1.0"),z=globalThis
function D(t){const e=t?.[C]
"function"==typeof e&&e()
const r=B
B=void 0
return r}var H=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,C,{value:e=>{void 0===e?B=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:D(t)??O("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return D(this)?.k??"Object"}toJSON(){return q(this).q()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=D(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.q(),e)}`}}
function W(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:q}=H
function G(t,e,r,s,i){const o=D(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[C]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&c(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return O(t,e,r,i)}var U=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),J=class extends H{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[U],configurable:!0})}free(){q(this).w()}[U](){this.free()}},Q=[1,2,3,4,5],Y=[[1,0,2,0,-1],[0,1,0,-2,1]],V=[[1,2,0,0,4],[0,2,4,0,-2]],X=[1,0,-1,2,.5],K=[2,3,1,4,10],Z=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],tt=/* @__PURE__ */new Map
function et(t,e){tt.set(t,e)
return t}var rt,st,it=4293918720,ot="this is not the microlora.wasm of this release: take the one beside this script",at=(t=16777216)=>S("memory (bytes)",t,131072,it),nt=class{k="Engine"
G=!0
Ca=tt
g=new Float32Array(0)
R="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&c("LORA_E_MODULE",ot)
this.S=e.memory
this.d={...e}
this.T=1===this.d.lora_simd()}q(){return{simd:this.T,memoryUsage:this.H()}}H(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}n(t,e){return new Float32Array(this.S.buffer,t>>>0,e)}U(t){this.d.lora_grow(t)<0&&c("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.r()}r(){const t=this.d
this.g=this.n(t.lora_transfer(),t.lora_transfer_size())}},ct=q,Engine=class extends H{constructor(t,e,r){const s=new nt(t)
s.G=r
s.U(e)
super(s)
this.simd=s.T
W(this)}get memory(){return ct(this).S}get memoryUsage(){return ct(this).H()}grow(t){ct(this).U(S("grow: bytes",t,1,it))}},ht=t=>function(t){const{d:e,g:r}=t,s=e.lora_create(5,5,Y.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(Q)
e.lora_forward(s,0,1,1)
const o=t.n(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[Y,V].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(K)
r.set(X)
e.lora_adapt(s,0,1,1)
const a=i(Z)
e.lora_free(s)
return o&&a}(ct(t)),ut="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",dt=t=>"WebAssembly.Module"===A(t)
function lt(t){const e=T("init",void 0===t||x(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&c("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:at(e.memory),simd:void 0===e.simd?void 0:M("simd",e.simd),warnings:M("warnings",e.warnings)}}function pt(){"object"!=typeof WebAssembly&&c("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function mt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&c("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&c("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||dt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":ot:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
c("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ft(t){if(dt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===A(t))(t))return t
c("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${A(t)}`)}async function _t(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function gt(t){const e=dt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function yt(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
if(dt(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var bt=(t,{memory:e,warnings:r})=>new Engine(t,at(e),r)
function wt(t,e){const r=bt(t,e)
ht(r)||c("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&c("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function At(t){pt()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(A(e))&&(e=await fetch(e))
if("Response"===A(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||c("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return ft(e)}(t.module)
return wt(await _t(r),t)}const s=yt(t)
if(void 0!==s){const e=bt(await _t(s),t)
if(ht(e))return e}!0===t.simd&&c("LORA_E_SIMD",ut)
const i=await(async()=>e())().catch(t=>c("LORA_E_SIMD",ut,t)),o=bt(await _t(i),t)
ht(o)||c("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(e){return mt(e,t,r)}}function vt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&c("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(z,C,{value:t,configurable:!0})}(t)
return t}async function Ot(t){const e=lt(t)
if(void 0===rt){st??=At(e).then(t=>rt??=t).finally(()=>st=void 0)
await st}return vt(rt,e)}function Et(t){const e=lt(t)
rt??=function(t){pt()
let e
try{if(void 0!==t.module){e=ft(t.module)
return wt(gt(e),t)}const r=yt(t)
if(void 0!==r){const e=bt(gt(r),t)
if(ht(e))return e}return c("LORA_E_SIMD",ut)}catch(r){return mt(r,t,e)}}(e)
return vt(rt,e)}async function Rt(t){return At(lt(t))}function Lt(t,e,...s){const i=t.d[e](...s)
i===r.LORA_E_MEMORY&&c("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.H().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&u(i,e)
t.r()
return i}var kt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?G("engine","one of init or createEngine",r,nt,"LORA_E_OPTION"):q(rt??c("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}I(t,...e){this.e=Lt(this.c,t,...e)
this.c.R?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?u(r,t):r}i(){0===this.e&&u(r.LORA_E_HANDLE,"after free()")}w(){if(0!==this.e){this.c.R?.unregister(this)
this.a("free")
this.e=0}}q(){return{...this.l(),...0===this.e?{freed:!0}:this.s()}}l(){return{}}s(){return{}}},St=["A","B"],Nt=(t,e)=>S(t,e,1,s,"LORA_E_SHAPE"),It=class extends kt{constructor(t,e,r,s){super(t,e.engine)
this.x=e.engine
this.sa=r
this.t=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&c("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?Nt("in",e.in):Nt("dim",o),n=void 0===o?Nt("out",e.out):a,h=S("rank",e.rank,1,64,"LORA_E_SHAPE"),u=k("alpha",e.alpha),d=S("batch",e.batch,1,1024),l=F("optimizer",e.optimizer,_),p=e.optimizer,m=S("seed",e.seed,0,2**32-1),g=M("sharedIO",e.sharedIO),y=void 0!==o
this.I("lora_create",a,n,h,u,void 0===e.learningRate?this.c.d.lora_default_rate(l,a):N("learningRate",e.learningRate),l,m,(y?1:0)+(g?2:0),r,s,d)
this.dim=a
this.in=a
this.out=n
this.rank=h
this.alpha=u
this.batch=d
this.seed=m
this.sharedIO=g
this.residual=y
this.optimizer=p
try{this.y(i,function(t){const e=Object.fromEntries(Object.keys(f).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.w()
throw t}}h(t){return t}o(t,e,...r){return this.a(t,this.h(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get J(){return this.a("option",0,0)}y(t,e){for(const[s,i,o]of function(t){const e=T("options",t,f),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||O("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>N("betas",t))
t<1&&s<1&&t**2<s||c("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of p)void 0!==e[t]&&r.push([t,s,N(t,e[t])])
return r}(e)){const e=this.c.d.lora_set_option(this.e,t,i,o)
e===r.LORA_E_RANGE&&c("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
e<0&&u(e,s)}}V(t){const e=this.h(t),[r,s]=St.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.c.g.subarray(0,s),t*s)}return i})
return{A:r,B:s}}W(t,e){const r=this.h(t),{A:s,B:i}=T("setWeights",e,{A:void 0,B:void 0})
E("setWeights: A (rank, in)",s,this.rank*this.in)
E("setWeights: B (rank, out)",i,this.rank*this.out)
const{d:o,g:a}=this.c
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const c=t?o.lora_write_row(this.e,r,s,n):o.lora_check(i)
c<0&&u(c,"setWeights")}})}},jt=["sum","mean"],$t={loss:void 0,delta:void 0,reduction:void 0},Ft=class extends It{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
z=this.input
u=1
p(){this.i()
if(0===this.input.length){this.inputs=this.K("lora_input",this.in)
this.outputs=this.K("lora_output",this.out)
this.gradients=this.K("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}K(t,e){const r=this.c,s=r.d[t](this.e),i=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,o)=>r.n(s+o*i,e)))}X(t,e,r){const s=this.h(t),i=this.c
let o=0
if(void 0!==e||void 0!==r){E("forward: x",e,this.in)
void 0!==r&&E("forward: out",r,this.out)
i.g.set(e)
o=1}const a=i.d.lora_forward(this.e,s,1,o)
a<0&&this.j(a,"forward",s)
if(void 0!==e){this.p()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}C(t,e){const r=this.h(t),s=this.c
let i=0
if(void 0!==e){E("adapt: gradient",e,this.out)
s.g.set(e)
i=1}const o=s.d.lora_adapt(this.e,r,1,i)
o<0&&this.j(o,"adapt",r)}Y(t,e=this.batch,r){const s=this.h(t),i=this.c,o="number"==typeof e,a=o?S("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):R("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&E("forwardBatch: out",r,a*this.out)
o||i.g.set(e)
const n=i.d.lora_forward(this.e,s,a,o?0:1)
n<0&&this.j(n,"forwardBatch",s)
this.u=a
if(o&&void 0===r)return
const c=this.ta(a)
if(void 0===r)return new Float32Array(c)
r.set(c)
return r}ta(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.z.length===s&&this.z.byteOffset===r||(this.z=e.n(r,s))
return this.z}Z(t,e){const r=this.h(t),s=this.c
let i=this.u
if(void 0!==e){i=R("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const o=s.d.lora_adapt(this.e,r,i,void 0===e?0:1)
o<0&&this.j(o,"adaptBatch",r)}m(t,e,r,s,i){const o=this.h(t),a=this.c
let n=0,h=1,u=0
if(void 0!==i){P("learn",i,$t)
const t=i
void 0!==t.loss&&(n=F("loss",t.loss,l))
void 0!==t.reduction&&(u=$("reduction",t.reduction,jt))
void 0!==t.delta&&(h=I("delta",t.delta))
1===u&&2===n&&c("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}E("learn: x",e,s*this.in)
E("learn: target",r,s*this.out)
a.g.set(e)
a.g.set(r,e.length)
const d=a.d.lora_learn(this.e,o,s,n,h,u)
d<-1&&this.j(d,"learn",o)
this.u=s
return d}_(t,e,r,s){const i=R("learnBatch: X",e,this.in,this.batch)
return this.m(t,e,r,i,s)}$(t,e){const r=this.h(t),{c:s,e:i}=this,o=s.d.lora_adapt_with_reward(i,r,k("reward",e))
o<0&&this.j(o,"adaptWithReward",r)}j(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&c("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}u(t,e)}}
function Mt(t,e){let r=0
for(let s=0;s<t.length;s++)r+=t[s]*e[s]
return r}function xt(t,e,r){for(let s=0;s<t.length;s++)t[s]+=e*r[s]}function Pt(t){const{directions:e,scales:r}=t.L()
return Array.from(r,(r,s)=>({v:e.subarray(s*t.dim,(s+1)*t.dim),scale:r}))}function Tt(t,e){const r=e.map(e=>(1-e.scale)*Mt(e.v,t))
e.forEach((e,s)=>xt(t,-r[s],e.v))}var Bt="EmbeddingSpace",Ct=q,zt=2**32-1,Dt={dim:void 0,directions:void 0,engine:void 0},Ht=class extends kt{input=new Float32Array(0)
output=this.input
constructor(t){const e=T(Bt,t,Dt)
super(Bt,e.engine)
this.x=e.engine
this.dim=S("dim",e.dim,1,s,"LORA_E_SHAPE")
const r=Math.min(this.dim-1,64)
this.directions=S("directions",void 0===e.directions?Math.min(32,r):e.directions,0,r)
this.I("lora_space_create",this.dim,this.directions)}l(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}s(){return{documentCount:this.a("space_count",o),queryCount:this.a("space_count",a),spread:this.a("space_spread"),frozen:this.M()}}M(){return 1===this.a("space_is_frozen")}p(){this.i()
if(0!==this.input.length)return
const{c:t,e:e,dim:r}=this
this.input=t.n(t.d.lora_space_input(e),r)
this.output=t.n(t.d.lora_space_output(e),r)}m(t,e,r){const s=R(t,r,this.dim,zt)
e===o&&this.M()&&c("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
s>64&&this.aa(t,r)
const{d:i}=this.c
this.N(t,r,t=>i.lora_space_learn(this.e,e,t/this.dim))}aa(t,e){const{d:r}=this.c
this.N(t,e,t=>r.lora_space_check(this.e,t/this.dim))}N(t,e,r){const s=this.c
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.r()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.g.set(a)
const n=r(a.length,o)
n<0&&u(n,t)}}ba(t,e,r,s){this.p()
const{d:i,g:o}=this.c
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.e,e)
r<0&&u(r,t)
return}E(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
E(`${t}: out`,n,this.dim)
o.set(a)
const c=i.lora_space_map(this.e,e,1)
c<0&&u(c,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}ca(t,e,r,s){R(t,r,this.dim,zt)
void 0!==s&&E(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{c:o}=this
this.N(t,r,(t,r)=>{const s=o.d.lora_space_map(this.e,e,t/this.dim)
i.set(o.g.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}da(){return this.c.g.slice(0,this.dim)}L(){const[t,e]=[o,a].map(t=>{this.a("space_mean",t)
return this.da()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.da(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}D(t){const e=Wt("copyFrom",t)
this.i()
e.i()
e.c!==this.c&&c("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.c.d.lora_space_copy(this.e,e.e)
s===r.LORA_E_SHAPE&&c("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&u(s,"copyFrom")}},Wt=(t,e)=>G(t,`an ${Bt}`,e,Ht),EmbeddingSpace=class t extends J{static k=et(Bt,this)
constructor(t){const e=new Ht(t)
super(e)
this.dim=e.dim
this.directions=e.directions
W(this)}learnDocuments(t){Ct(this).m("learnDocuments",o,t)}learnQueries(t){Ct(this).m("learnQueries",a,t)}document(t,e){return Ct(this).ba("document",o,t,e)}query(t,e){return Ct(this).ba("query",a,t,e)}documents(t,e){return Ct(this).ca("documents",o,t,e)}queries(t,e){return Ct(this).ca("queries",a,t,e)}get input(){const t=Ct(this)
t.p()
return t.input}get output(){const t=Ct(this)
t.p()
return t.output}get documentCount(){return Ct(this).a("space_count",o)}get queryCount(){return Ct(this).a("space_count",a)}get spread(){return Ct(this).a("space_spread")}get frozen(){return Ct(this).M()}freeze(t=!0){Ct(this).a("space_freeze",Number(M("freeze",t)))}export(){return Ct(this).L()}fitRawIndex(t){return function(t,e){const r="fitRawIndex"
t.i()
const{dim:s}=t,i=R(r,e,s,4294967295)
t.aa(r,e)
0===t.a("space_count",o)&&c("LORA_E_STATE",`${r}: the space knows no documents; call learnDocuments before`)
const{documentMean:a}=t.L(),n=Pt(t),h=Array.from({length:i},(t,r)=>e.subarray(r*s,(r+1)*s)),u=Float64Array.from(h,t=>{const e=Float64Array.from(t)
xt(e,-1,a)
Tt(e,n)
return Math.sqrt(Mt(e,e))}),{b:d,r2:l}=function(t,e){const{length:r}=t,s=new Float64Array(t[0].length)
for(const e of t)xt(s,1/r,e)
const i=e.reduce((t,e)=>t+e/r,0),o=new Float64Array(s.length),a=e.map(t=>t-i),n=Mt(a,a)
if(n<=1e-12*Mt(e,e))return{b:o,r2:1}
const c=()=>{const e=new Float64Array(s.length)
t.forEach((t,r)=>xt(e,a[r],t))
return e}
let h=c(),u=Mt(h,h)
for(let r=0;r<64;r++){const r=Mt(h,s),i=e.map((e,s)=>Mt(h,t[s])-r),d=u/Mt(i,i)
if(!Number.isFinite(d))break
xt(o,d,h)
xt(a,-d,i)
if(d*u<=1e-5*n)break
const l=c(),p=u
u=Mt(l,l)
xt(l,u/p,h)
h=l}return{b:o,r2:1-Mt(a,a)/n}}(h,u)
return{correction:Float32Array.from(d),r2:l}}(Ct(this),t)}rawQuery(t,e,r){return function(t,e,r,s=new Float32Array(t.dim)){t.i()
E("rawQuery: answer",e,t.dim)
E("rawQuery: correction",r,t.dim)
E("rawQuery: out",s,t.dim)
const i=Float64Array.from(e),o=Math.sqrt(Mt(i,i))||1
Tt(i,Pt(t))
const a=i.map((t,e)=>Math.fround(t/o-.5*r[e]))
a.every(Number.isFinite)||c("LORA_E_NONFINITE","rawQuery: a number of the answer or the correction is not finite")
s.set(a)
return s}(Ct(this),t,e,r)}clone(){const e=Ct(this)
e.i()
const r=new t({...e.l(),engine:e.x})
Ct(r).D(this)
return r}copyFrom(t){Ct(this).D(t)}reset(){Ct(this).a("space_reset")}},qt=class extends Ft{E
constructor(t,e,r,s){super(t,function(t){const e=M("cautious",t.cautious)
if(void 0===t.space){e&&c("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Wt("space",t.space)
r.i()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.x}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.E=Wt("space",this.space)
this.ua(this.E)}catch(t){this.w()
throw t}}ua(t){t.c!==this.c&&c("LORA_E_OPTION","space: it is in another engine")
const e=this.c.d.lora_join_space(this.e,t.e,Number(this.cautious))
if(e===r.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
c("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}e<0&&u(e,"space")}l(){return{...super.l(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},Gt=t=>S("rank",t,1,64,"LORA_E_SHAPE")
function Ut(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.i()
e.c!==i.c&&c("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.t===i.t||c("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.E!==i.E&&c("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.ea({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=q(o)
e.va(i)
for(let o=0;o<i.t;o++){const i=t.filter(({adapters:t})=>t.wa(o))
i.length>0&&Jt(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Jt(t,e,r,s,i,o){const a=e.c,n=a.d,c=t.map(({adapters:t})=>t.rank),h=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(h,Math.max(128,4*e.rank)),d),p=Lt(a,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(p,e.e,r,s)
t<0&&u(t,"sum")}const a=n.lora_sum_take(p,e.e,r,s,i)
a<0&&u(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(p))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(p))}finally{n.lora_free(p)}}var Qt=class t extends qt{ea(t){return new(tt.get(this.k))({...this.l(),engine:this.x,...t})}fa(t){const e=e=>this.o("option",t,e)
return{...Object.fromEntries([...p].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}va(t){const{d:e}=this.c
for(let r=0;r<this.t;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.e,r,s,i)
o<0&&u(o,"options")}
s(4,0)
s(5)
for(const t of p.values())s(t)}}wa(t){return 1===this.t||t>=this.sa||1===this.a("has_learned",t)}ga(e,r){const s=G(r,"an adapter like this one",e,t)
this.i()
s.i()
s.c!==this.c&&c("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}xa(){this.i()
const t=this.ea({})
try{q(t).a("copy",this.e,1)}catch(e){t.free()
throw e}return t}D(t){const e=this.ga(t,"copyFrom"),s=this.c.d.lora_copy(this.e,e.e,0)
s===r.LORA_E_SHAPE&&c("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&u(s,"copyFrom")}ya(t){return Ut([{adapters:this,weight:1}],Gt(t),!1,0).adapter}za(t,e={}){const r=this.ga(t,"update"),{rank:s,maxNorm:i}=T("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Ut([{adapters:this,weight:1},{adapters:r,weight:-1}],Gt(s),!1,N("update: maxNorm",i))}ha(t,e,r){const s=this.h(t),{d:i,g:o}=this.c,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.e,s,t,r)
n<0&&u(n,"merge")
e.set(o.subarray(0,this.in))}return a}Aa(t){const e=this.h(t),{d:s}=this.c
s.lora_read_row(this.e,e,8,0)!==r.LORA_E_STATE&&c("LORA_E_STATE","merge: clicks have taught a shift, which no matrix holds")}F(t,e,r){E("W (out, in)",e,this.out*this.in)
this.Aa(t)
e.set(this.ha(t,e,r))
return e}ia(t){return this.ha(t,new Float32Array(this.out*this.in),1)}},Yt={temperature:void 0,margin:void 0,units:void 0},Vt=["spread","cosine"],Xt=[.5,.07],Kt=[2,0],Zt={temperature:1,mapped:!1},te=class extends Qt{ja=0
ka(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}O(){if(this.ja>64||++this.ja<=64||!this.c.G)return
const{advice:t}=this.ka()
if(void 0!==t){this.c.G=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}C(t,e){super.C(t,e)
this.O()}m(t,e,r,s,i){const o=super.m(t,e,r,s,i)
this.O()
return o}P(t,e,r,s,i,o={}){const a=this.h(t),n=this.c,[h,d]=function(t){const{temperature:e,margin:r,units:s}=T("contrast",t,Yt)
if(void 0===r){const[t]=Vt,r=$("units",void 0===s?t:s,Vt)
return[Kt[r],I("temperature",void 0===e?Xt[r]:e)]}void 0===e&&void 0===s||c("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,I("margin",r)]}(o)
E("contrast: query",e,i*this.in)
E("contrast: positive",r,i*this.out)
const l=i+(void 0===s?0:R("contrast: negatives",s,this.out,65536-i))
l<2&&c("LORA_E_SHAPE","contrast: give at least one negative")
const p=n.d.lora_reserve(this.e,i,l)
p<0&&u(p,"contrast")
n.r()
const m=n.g
m.set(e)
m.set(r,e.length)
void 0!==s&&m.set(s,e.length+r.length)
const f=n.d.lora_contrast(this.e,a,i,l,h,d)
f<-1&&this.j(f,"contrast",a)
this.u=i
this.O()
return f}la(t,e,r,s,i){const o=R("contrastBatch: queries",e,this.in,this.batch)
return this.P(t,e,r,s,o,i)}ma(t,e,r,s,i={}){const o=this.h(t),{temperature:a,mapped:n}=T("click",i,Zt)
void 0===this.space&&c("LORA_E_STATE","click: these adapters are in no space; make them with a `space`")
E("click: query",e,this.in)
const h=R("click: shown",r,this.out,32)
h<2&&c("LORA_E_SHAPE","click: show at least two documents")
const u=S("click: index",s,0,h-1,"LORA_E_SHAPE"),d=Number(M("mapped",n)),l=I("temperature",a)
this.na("click",e,r,h)
const{d:p}=this.c,m=p.lora_click(this.e,o,h,u,d,l)
m<-1&&this.j(m,"click",o)
this.u=1
return m}na(t,e,r,s){const i=this.c,o=i.d.lora_reserve(this.e,1,s)
o<0&&u(o,t)
i.r()
i.g.set(e)
i.g.set(r,e.length)}Q(t,e,r,s={}){const i=this.h(t),o=this.c,a=M("mapped",T("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&c("LORA_E_OPTION","mapped: these adapters are in no space")
E("score: x",e,this.in)
const n=R("score: documents",r,this.out,65536)
this.na("score",e,r,n)
const h=o.d.lora_score(this.e,i,n,Number(a))
h<0&&this.j(h,"score",i)
return o.g.slice(0,n)}oa(t,e,r,s){const i=this.Q(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}pa(t,e){const r=this.h(t),s=this.c
if(void 0!==e){E("accumulate: gradient",e,this.out)
s.g.set(e)}const i=s.d.lora_accumulate(this.e,r,1,void 0===e?0:1)
i<0&&this.j(i,"accumulate",r)}qa(t){const e=this.h(t),r=this.c.d.lora_step(this.e,e)
r<0&&this.j(r,"step",e)}},ee=q
function re(t){const e=ee(t)
e.p()
return e}var se=class extends J{constructor(t){super(t)
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
W(this)}get input(){return re(this).input}get output(){return re(this).output}get gradient(){return re(this).gradient}get inputs(){return re(this).inputs}get outputs(){return re(this).outputs}get gradients(){return re(this).gradients}get paramCount(){return ee(this).a("param_count")}get learningRate(){return ee(this).J}set learningRate(t){const e=N("learningRate",t)
ee(this).y(i,{learningRate:e})}},ie=q,oe=class extends se{get space(){return ie(this).space}get cautious(){return ie(this).cautious}diagnose(){return q(this).ka()}clone(){return ie(this).xa()}copyFrom(t){ie(this).D(t)}resize(t){return ie(this).ya(t)}update(t,e){return ie(this).za(t,e)}},ae="MicroLoRA",ne=q,ce=class extends te{s(){return{learningRate:this.J,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},he=class extends oe{
constructor(t){const e=T(ae,t,m)
super(new ce(ae,e,1,0))}forward(t,e){return ne(this).X(0,t,e)}adapt(t){ne(this).C(0,t)}forwardBatch(t,e){return ne(this).Y(0,t,e)}adaptBatch(t){ne(this).Z(0,t)}learn(t,e,r){return ne(this).m(0,t,e,1,r)}learnBatch(t,e,r){return ne(this)._(0,t,e,r)}adaptWithReward(t){ne(this).$(0,t)}get deltaNorm(){return ne(this).a("delta_norm",0)}get adaptCount(){return ne(this).a("adapt_count",0)}get forwardCount(){return ne(this).a("forward_count",0)}getWeights(){return ne(this).V(0)}setWeights(t){
ne(this).W(0,t)}reset(){ne(this).a("reset",i)}},ue=q,MicroLoRA=class extends he{static k=et("MicroLoRA",this)
contrast(t,e,r,s){return ue(this).P(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return ue(this).la(0,t,e,r,s)}click(t,e,r,s){return ue(this).ma(0,t,e,r,s)}score(t,e,r){return ue(this).Q(0,t,e,r)}order(t,e,r){return ue(this).oa(0,t,e,r)}get served(){return ue(this).a("served",0)}accumulate(t){ue(this).pa(0,t)}step(){ue(this).qa(0)}decayToBase(t){ue(this).a("decay_to_base",0,j(t))}setOptions(t){ue(this).y(i,t)}getOptions(){return ue(this).fa(0)}delta(){return ue(this).ia(0)}mergeInto(t){
return ue(this).F(0,t,1)}unmergeFrom(t){return ue(this).F(0,t,-1)}},de=t=>Object.freeze(t.split(" ")),le=/* @__PURE__ */de("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),pe=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */de("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */de("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */de("Aggregate GroupBy"),
shaping:/* @__PURE__ */de("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */de("VectorDistance Rerank")}),me="ScopedLoRA",fe=q,_e={...m,scopes:void 0,categories:void 0,categoryFallback:!0},ge=class extends te{constructor(t){const e=T(me,t,_e),r=void 0===e.scopes?le:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||O("scopes","an array of names",t)
S("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&c("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?pe:{})
const i=function(t,e){x(t)&&Object.values(t).every(Array.isArray)||O("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&c("LORA_E_SCOPE",`categories: there is no scope ${y(t)}${w(t,[...e.keys()])}`)
r.has(s)&&c("LORA_E_OPTION",`categories: ${g(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),o=M("categoryFallback",e.categoryFallback)
super(me,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.Ba=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.ra(o)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}s(){return{learningRate:this.J,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}ra(t){this.a("set_category_fallback",Number(M("categoryFallback",t)))
this.categoryFallback=t}h(t){return"string"==typeof t?this.Ba.get(t)??c("LORA_E_SCOPE",`there is no scope ${g(t)}${w(t,this.scopes)}`):S("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ye=class extends oe{constructor(t){super(new ge(t))}get scopes(){return fe(this).scopes}get categories(){return fe(this).categories}scopeName(t){const e=fe(this)
e.i()
return e.scopes[e.h(t)]}forward(t,e,r){return fe(this).X(t,e,r)}adapt(t,e){fe(this).C(t,e)}forwardBatch(t,e,r){return fe(this).Y(t,e,r)}adaptBatch(t,e){fe(this).Z(t,e)}learn(t,e,r,s){return fe(this).m(t,e,r,1,s)}learnBatch(t,e,r,s){return fe(this)._(t,e,r,s)}adaptWithReward(t,e){fe(this).$(t,e)}deltaNorm(t){return fe(this).o("delta_norm",t)}adaptCount(t){return fe(this).o("adapt_count",t)}forwardCount(t){return fe(this).o("forward_count",t)}get totalAdaptCount(){
return fe(this).a("total_adapt_count")}get totalForwardCount(){return fe(this).a("total_forward_count")}get categoryFallback(){return fe(this).categoryFallback}set categoryFallback(t){fe(this).ra(t)}getWeights(t){return fe(this).V(t)}setWeights(t,e){fe(this).W(t,e)}reset(t){const e=fe(this)
e.a("reset",void 0===t?i:e.h(t))}},be=q,ScopedLoRA=class extends ye{static k=et("ScopedLoRA",this)
contrast(t,e,r,s,i){return be(this).P(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return be(this).la(t,e,r,s,i)}click(t,e,r,s,i){return be(this).ma(t,e,r,s,i)}score(t,e,r,s){return be(this).Q(t,e,r,s)}order(t,e,r,s){return be(this).oa(t,e,r,s)}served(t){return be(this).o("served",t)}accumulate(t,e){be(this).pa(t,e)}step(t){be(this).qa(t)}decayToBase(t,e){be(this).o("decay_to_base",t,j(e))}setOptions(t,e){const r=be(this)
r.y(void 0===e?i:r.h(e),t)}getOptions(t){return be(this).fa(t)}delta(t){return be(this).ia(t)}mergeInto(t,e){return be(this).F(t,e,1)}unmergeFrom(t,e){return be(this).F(t,e,-1)}},we="TrajectoryBuffer",Ae=q,ve=2**32-1,Oe={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Ee(t,e){const r=k(t,e)
r<=0&&c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Re=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Le=class extends kt{constructor(t){const e=T(we,t,Oe)
super(we,e.engine)
this.capacity=S("capacity",e.capacity,1,ve)
this.dim=S("dim",e.dim,1,s,"LORA_E_SHAPE")
this.operators=S("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}s(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends J{static k=et(we,this)
constructor(t){const e=new Le(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
W(this)}record(t,e,r,s,i){const o=Ae(this)
E("embedding",t,o.dim)
S("operator",e,0,o.operators-1)
S("attention",r,0,255)
Ee("executionMs",s)
Ee("baselineMs",i)
const{d:a,g:n}=o.c
n.set(t)
const c=a.lora_trajectory_record(o.e,e,r,s,i)
c<0&&u(c,"record")}get length(){return Ae(this).a("trajectory_length")}get totalCount(){return Ae(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ae(this).a("trajectory_success_rate")}get bestImprovement(){return Ae(this).a("trajectory_best_improvement")}get meanImprovement(){return Ae(this).a("trajectory_mean_improvement")}get variance(){return Ae(this).a("trajectory_variance")}get bestAttention(){return Ae(this).a("trajectory_best_attention")}
highQualityCount(t){return Ae(this).a("trajectory_high_quality_count",k("threshold",t))}countByOperator(t){const e=Ae(this)
S("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ae(this)
S("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&O("filter: keep","a function",t)
return[...this].filter(t)}top(t){S("top: count",t,0,ve)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ae(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=F("statistics: by",t,Re),r=(t,r)=>Ae(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){S("sample: count",t,0,ve)
const r=T("sample",e,{by:"uniform",seed:1}),s=1===$("sample: by",r.by,["uniform","improvement"]),i=S("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&c("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ae(this).a("trajectory_draw",Number(s),i,e)))}reset(){Ae(this).a("trajectory_reset")}}
function ke(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||c("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
E(t,i,r)
return i}var Se=class{constructor(t,e){this.k=t
this.f=e}q(){return q(this.f).q()}w(){this.f.free()}},Ne=class extends Se{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,ke("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Ie=/* @__PURE__ */de("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),je=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),$e=q,WasmMicroLoRA=class extends J{constructor(t,e,r){const s=new MicroLoRA(je(t,e,r))
super(new Ne("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return $e(this).inputAddress}get_output_ptr(){return $e(this).outputAddress}forward(){$e(this).forward(0)}forward_array(t){return $e(this).forwardArray(0,t)}adapt(){$e(this).prepare(0)
$e(this).f.adapt()}adapt_array(t){const e=ke("adapt_array: gradient",t,$e(this).f.dim)
$e(this).prepare(0)
$e(this).f.adapt(e)}adapt_with_reward(t){$e(this).prepare(0)
$e(this).f.adaptWithReward(t)}delta_norm(){return $e(this).f.deltaNorm}adapt_count(){return BigInt($e(this).f.adaptCount)}forward_count(){return BigInt($e(this).f.forwardCount-$e(this).hidden(0))}param_count(){return $e(this).f.paramCount}dim(){return $e(this).f.dim}reset(){$e(this).f.reset()
$e(this).reset()}},Fe=q,WasmScopedLoRA=class extends J{constructor(t,e,r){const s=new ScopedLoRA(je(t,e,r))
super(new Ne("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?le[t]:void 0)??c("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Fe(this).inputAddress}get_output_ptr(){return Fe(this).outputAddress}forward(t){Fe(this).forward(t)}forward_array(t,e){return Fe(this).forwardArray(t,e)}adapt(t){Fe(this).prepare(t)
Fe(this).f.adapt(t)}adapt_array(t,e){const r=ke("adapt_array: gradient",e,Fe(this).f.dim)
Fe(this).prepare(t)
Fe(this).f.adapt(t,r)}adapt_with_reward(t,e){Fe(this).prepare(t)
Fe(this).f.adaptWithReward(t,e)}delta_norm(t){return Fe(this).f.deltaNorm(t)}adapt_count(t){return BigInt(Fe(this).f.adaptCount(t))}forward_count(t){return BigInt(Fe(this).f.forwardCount(t)-Fe(this).hidden(t))}total_adapt_count(){return BigInt(Fe(this).f.totalAdaptCount)}total_forward_count(){return BigInt(Fe(this).f.totalForwardCount-Fe(this).hiddenInAll)}set_category_fallback(t){Fe(this).f.categoryFallback=t
Fe(this).forget()}reset_scope(t){Fe(this).f.reset(t)
Fe(this).reset(t)}reset_all(){Fe(this).f.reset()
Fe(this).reset()}},Me=t=>q(t).f,WasmTrajectoryBuffer=class extends J{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Se("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=ke("record: embedding",t,Me(this).dim)
Me(this).record(o,e,r,s,i)}success_rate(){return Me(this).successRate}best_improvement(){return Me(this).bestImprovement}mean_improvement(){return Me(this).meanImprovement}variance(){return Me(this).variance}best_attention(){return Me(this).bestAttention}high_quality_count(t){return Me(this).highQualityCount(t)}count_by_operator(t){return Me(this).countByOperator(t)}len(){return Me(this).length}total_count(){return BigInt(Me(this).totalCount)}is_empty(){return Me(this).isEmpty}reset(){
Me(this).reset()}}
function xe(t,e={}){Array.isArray(t)&&0!==t.length||O("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{x(t)||O("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=T("average",t,{adapter:void 0,weight:1})
return{adapters:G("average: adapter","a MicroLoRA or ScopedLoRA",e,Qt),weight:N("average: weight",r)}})
r.every(({weight:t})=>0===t)&&c("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=T("average",e,{rank:s})
return Ut(r,Gt(i),!0,0)}export{Ie as COMPAT_SCOPES,pe as DEFAULT_CATEGORIES,le as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Ie as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,xe as average,Rt as createEngine,Ot as default,Et as initSync,e as wasm}


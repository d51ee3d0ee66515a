/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=16384,s=4294967295,i=0,o=1,a=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[a]:super[Symbol.hasInstance](e)}get[a](){return!0}constructor(t,e,r){
super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function n(t,e,r){throw new LoraError(t,e,r)}var c={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${u}`}
function h(t,r){const s=Object.keys(e),[i]=s.filter(r=>e[r]===t)
n(i,`${r}: ${c[i]??i}`)}var u="",d=/* @__PURE__ */new Map([["mse",0],["huber",1],["cosine",2]]),l=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),p={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...l.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,space:void 0,cautious:!1,engine:void 0
},m=Object.fromEntries([...l.keys(),"betas"].map(t=>[t,void 0])),f=/* @__PURE__ */new Map([["sgd",0],["momentum",1],["adam",2],["adamw",3],["preconditioned",4]]),_=t=>t.length>80?`${t.slice(0,79)}…`:t,g=t=>_(JSON.stringify(t))
function y(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const i=[s]
for(let o=1;o<=e.length;o++){const a=r[o-1]+Number(t[s-1]!==e[o-1])
i.push(Math.min(a,r[o]+1,i[o-1]+1))}r=i}return r[e.length]}function b(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",i=Math.floor(r.length/3)+1
for(const t of e){const e=y(r,t.toLowerCase())
e<i&&([s,i]=[t,e])}return s&&` (did you mean ${_(s)}?)`}var w=t=>Object.prototype.toString.call(t).slice(8,-1),A=t=>"string"==typeof t?g(t):_(Object(t)===t?w(t):String(t)),v=(t,e,r,s="LORA_E_TYPE")=>n(s,`${t} must be ${e}, got ${A(r)}`)
function O(t,e,r){const s=R(t,e)
s!==r&&n("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function E(t,e,r,s){const i=R(t,e),o=i/r;(!Number.isInteger(o)||o<1||o>s)&&n("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${i} numbers`)
return o}function R(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===w(e))||v(t,"a Float32Array",e)
return e.length}function L(t,e){"number"!=typeof e&&v(t,"a number",e)
Number.isFinite(Math.fround(e))||n("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function k(t,e,r,s,i="LORA_E_RANGE"){"number"!=typeof e&&v(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&n(i,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function S(t,e){const r=L(t,e)
r<0&&n("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e){const r=L(t,e)
r>0||n("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function N(t){const e=L("share",t)
e>=0&&e<=1||n("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function j(t,e,r){const s=r.indexOf(e)
s<0&&n("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${A(e)}`+b(e,r)+u)
return s}function $(t,e,r){return r.get(e)??j(t,e,[...r.keys()])}function F(t,e){"boolean"!=typeof e&&v(t,"true or false",e)
return e}function M(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function x(t,e,r){M(e)||v(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
n("LORA_E_OPTION",`${t} has no option ${_(s)}${b(s,e)}; it has ${e.join(", ")}`+u)}}function P(t,e,r){x(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var T,B=/* @__PURE__ */Symbol.for("microlora 0.1.0"),C=globalThis
function z(t){const e=t?.[B]
"function"==typeof e&&e()
const r=T
T=void 0
return r}var D=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,B,{value:e=>{void 0===e?T=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:z(t)??v("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return z(this)?.k??"Object"}toJSON(){return W(this).q()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=z(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.q(),e)}`}}
function H(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:W}=D
function q(t,e,r,s,i){const o=z(r)
if(o instanceof s)return o
void 0===o&&void 0!==function(t){let e
const r=t?.[B]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&n(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return v(t,e,r,i)}var G=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),U=class extends D{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[G],configurable:!0})}free(){W(this).w()}[G](){this.free()}},J=[1,2,3,4,5],Q=[[1,0,2,0,-1],[0,1,0,-2,1]],Y=[[1,2,0,0,4],[0,2,4,0,-2]],V=[1,0,-1,2,.5],X=[2,3,1,4,10],K=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Z=/* @__PURE__ */new Map
function tt(t,e){Z.set(t,e)
return t}var et,rt,st=4293918720,it="this is not the microlora.wasm of this release: take the one beside this script",ot=(t=16777216)=>k("memory (bytes)",t,131072,st),at=class{k="Engine"
G=!0
Ca=Z
g=new Float32Array(0)
R="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&n("LORA_E_MODULE",it)
this.S=e.memory
this.d={...e}
this.T=1===this.d.lora_simd()}q(){return{simd:this.T,memoryUsage:this.H()}}H(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}n(t,e){return new Float32Array(this.S.buffer,t>>>0,e)}U(t){this.d.lora_grow(t)<0&&n("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.r()}r(){const t=this.d
this.g=this.n(t.lora_transfer(),t.lora_transfer_size())}},nt=W,Engine=class extends D{constructor(t,e,r){const s=new at(t)
s.G=r
s.U(e)
super(s)
this.simd=s.T
H(this)}get memory(){return nt(this).S}get memoryUsage(){return nt(this).H()}grow(t){nt(this).U(k("grow: bytes",t,1,st))}},ct=t=>function(t){const{d:e,g:r}=t,s=e.lora_create(5,5,Q.length,.5,.25,0,0,1,1,0,1),i=i=>{r.set(J)
e.lora_forward(s,0,1,1)
const o=t.n(e.lora_output(s),5)
return i.every((t,e)=>t===o[e])};[Q,Y].forEach((t,i)=>t.forEach((t,o)=>{r.set(t)
e.lora_write_row(s,0,i,o)}))
const o=i(X)
r.set(V)
e.lora_adapt(s,0,1,1)
const a=i(K)
e.lora_free(s)
return o&&a}(nt(t)),ht="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ut=t=>"WebAssembly.Module"===w(t)
function dt(t){const e=P("init",void 0===t||M(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&n("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:ot(e.memory),simd:void 0===e.simd?void 0:F("simd",e.simd),warnings:F("warnings",e.warnings)}}function lt(){"object"!=typeof WebAssembly&&n("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function pt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&n("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&n("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ut(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":it:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
n("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function mt(t){if(ut(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===w(t))(t))return t
n("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${w(t)}`)}async function ft(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function _t(t){const e=ut(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function gt(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
if(ut(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var yt=(t,{memory:e,warnings:r})=>new Engine(t,ot(e),r)
function bt(t,e){const r=yt(t,e)
ct(r)||n("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&n("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function wt(t){lt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(w(e))&&(e=await fetch(e))
if("Response"===w(e)){const{ok:t,url:r,status:s,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||n("LORA_E_MODULE",`${r} answered ${s} ${i.get("Content-Type")}, no wasm: put the file there`)}return mt(e)}(t.module)
return bt(await ft(e),t)}const r=gt(t)
if(void 0!==r){const e=yt(await ft(r),t)
if(ct(e))return e}!0===t.simd&&n("LORA_E_SIMD",ht)
const s=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>n("LORA_E_SIMD",ht,t)),i=yt(await ft(s),t)
ct(i)||n("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return pt(r,t,e)}}function At(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&n("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(C,B,{value:t,configurable:!0})}(t)
return t}async function vt(t){const e=dt(t)
if(void 0===et){rt??=wt(e).then(t=>et??=t).finally(()=>rt=void 0)
await rt}return At(et,e)}function Ot(t){const e=dt(t)
et??=function(t){lt()
let e
try{if(void 0!==t.module){e=mt(t.module)
return bt(_t(e),t)}const r=gt(t)
if(void 0!==r){const e=yt(_t(r),t)
if(ct(e))return e}return n("LORA_E_SIMD",ht)}catch(r){return pt(r,t,e)}}(e)
return At(et,e)}async function Et(t){return wt(dt(t))}function Rt(t,r,...s){const i=t.d[r](...s)
i===e.LORA_E_MEMORY&&n("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.H().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
i<0&&h(i,r)
t.r()
return i}var Lt=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?q("engine","one of init or createEngine",r,at,"LORA_E_OPTION"):W(et??n("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}I(t,...e){this.e=Rt(this.c,t,...e)
this.c.R?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?h(r,t):r}i(){0===this.e&&h(e.LORA_E_HANDLE,"after free()")}w(){if(0!==this.e){this.c.R?.unregister(this)
this.a("free")
this.e=0}}q(){return{...this.l(),...0===this.e?{freed:!0}:this.s()}}l(){return{}}s(){return{}}},kt=["A","B"],St=(t,e)=>k(t,e,1,r,"LORA_E_SHAPE"),It=class extends Lt{constructor(t,e,r,i){super(t,e.engine)
this.x=e.engine
this.sa=r
this.t=r+i
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&n("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===o?St("in",e.in):St("dim",o),c=void 0===o?St("out",e.out):a,h=k("rank",e.rank,1,64,"LORA_E_SHAPE"),u=L("alpha",e.alpha),d=k("batch",e.batch,1,1024),l=$("optimizer",e.optimizer,f),p=e.optimizer,_=k("seed",e.seed,0,2**32-1),g=F("sharedIO",e.sharedIO),y=void 0!==o
this.I("lora_create",a,c,h,u,void 0===e.learningRate?this.c.d.lora_default_rate(l,a):S("learningRate",e.learningRate),l,_,(y?1:0)+(g?2:0),r,i,d)
this.dim=a
this.in=a
this.out=c
this.rank=h
this.alpha=u
this.batch=d
this.seed=_
this.sharedIO=g
this.residual=y
this.optimizer=p
try{this.y(s,function(t){const e=Object.fromEntries(Object.keys(m).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.w()
throw t}}h(t){return t}o(t,e,...r){return this.a(t,this.h(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:i,sharedIO:o}}get J(){return this.a("option",0,0)}y(t,r){for(const[s,i,o]of function(t){const e=P("options",t,m),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||v("betas","an array of two numbers",e.betas)
const[t,s]=e.betas.map(t=>S("betas",t))
t<1&&s<1&&t**2<s||n("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,s],["betas",4,t])}for(const[t,s]of l)void 0!==e[t]&&r.push([t,s,S(t,e[t])])
return r}(r)){const r=this.c.d.lora_set_option(this.e,t,i,o)
r===e.LORA_E_RANGE&&n("LORA_E_RANGE",`${s} is out of its range, got ${o}; see the types`)
r<0&&h(r,s)}}V(t){const e=this.h(t),[r,s]=kt.map((t,r)=>{const s=0===r?this.in:this.out,i=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
i.set(this.c.g.subarray(0,s),t*s)}return i})
return{A:r,B:s}}W(t,e){const r=this.h(t),{A:s,B:i}=P("setWeights",e,{A:void 0,B:void 0})
O("setWeights: A (rank, in)",s,this.rank*this.in)
O("setWeights: B (rank, out)",i,this.rank*this.out)
const{d:o,g:a}=this.c
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*i,(n+1)*i))
const c=t?o.lora_write_row(this.e,r,s,n):o.lora_check(i)
c<0&&h(c,"setWeights")}})}},Nt=["sum","mean"],jt={loss:void 0,delta:void 0,reduction:void 0},$t=class extends It{input=new Float32Array(0)
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
if(void 0!==e||void 0!==r){O("forward: x",e,this.in)
void 0!==r&&O("forward: out",r,this.out)
i.g.set(e)
o=1}const a=i.d.lora_forward(this.e,s,1,o)
a<0&&this.j(a,"forward",s)
if(void 0!==e){this.p()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}C(t,e){const r=this.h(t),s=this.c
let i=0
if(void 0!==e){O("adapt: gradient",e,this.out)
s.g.set(e)
i=1}const o=s.d.lora_adapt(this.e,r,1,i)
o<0&&this.j(o,"adapt",r)}Y(t,e=this.batch,r){const s=this.h(t),i=this.c,o="number"==typeof e,a=o?k("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):E("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&O("forwardBatch: out",r,a*this.out)
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
if(void 0!==e){i=E("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const o=s.d.lora_adapt(this.e,r,i,void 0===e?0:1)
o<0&&this.j(o,"adaptBatch",r)}m(t,e,r,s,i){const o=this.h(t),a=this.c
let c=0,h=1,u=0
if(void 0!==i){x("learn",i,jt)
const t=i
void 0!==t.loss&&(c=$("loss",t.loss,d))
void 0!==t.reduction&&(u=j("reduction",t.reduction,Nt))
void 0!==t.delta&&(h=I("delta",t.delta))
1===u&&2===c&&n("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}O("learn: x",e,s*this.in)
O("learn: target",r,s*this.out)
a.g.set(e)
a.g.set(r,e.length)
const l=a.d.lora_learn(this.e,o,s,c,h,u)
l<-1&&this.j(l,"learn",o)
this.u=s
return l}_(t,e,r,s){const i=E("learnBatch: X",e,this.in,this.batch)
return this.m(t,e,r,i,s)}$(t,e){const r=this.h(t),{c:s,e:i}=this,o=s.d.lora_adapt_with_reward(i,r,L("reward",e))
o<0&&this.j(o,"adaptWithReward",r)}j(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&n("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}h(t,r)}}
function Ft(t,e){let r=0
for(let s=0;s<t.length;s++)r+=t[s]*e[s]
return r}function Mt(t,e,r){for(let s=0;s<t.length;s++)t[s]+=e*r[s]}function xt(t){const{directions:e,scales:r}=t.L()
return Array.from(r,(r,s)=>({v:e.subarray(s*t.dim,(s+1)*t.dim),scale:r}))}function Pt(t,e){const r=e.map(e=>(1-e.scale)*Ft(e.v,t))
e.forEach((e,s)=>Mt(t,-r[s],e.v))}var Tt="EmbeddingSpace",Bt=W,Ct=2**32-1,zt={dim:void 0,directions:void 0,engine:void 0},Dt=class extends Lt{input=new Float32Array(0)
output=this.input
constructor(t){const e=P(Tt,t,zt)
super(Tt,e.engine)
this.x=e.engine
this.dim=k("dim",e.dim,1,r,"LORA_E_SHAPE")
const s=Math.min(this.dim-1,64)
this.directions=k("directions",void 0===e.directions?Math.min(32,s):e.directions,0,s)
this.I("lora_space_create",this.dim,this.directions)}l(){const{dim:t,directions:e}=this
return{dim:t,directions:e}}s(){return{documentCount:this.a("space_count",i),queryCount:this.a("space_count",o),spread:this.a("space_spread"),frozen:this.M()}}M(){return 1===this.a("space_is_frozen")}p(){this.i()
if(0!==this.input.length)return
const{c:t,e:e,dim:r}=this
this.input=t.n(t.d.lora_space_input(e),r)
this.output=t.n(t.d.lora_space_output(e),r)}m(t,e,r){const s=E(t,r,this.dim,Ct)
e===i&&this.M()&&n("LORA_E_STATE",`${t}: the space is frozen; freeze(false) lets it learn again`)
s>64&&this.aa(t,r)
const{d:o}=this.c
this.N(t,r,t=>o.lora_space_learn(this.e,e,t/this.dim))}aa(t,e){const{d:r}=this.c
this.N(t,e,t=>r.lora_space_check(this.e,t/this.dim))}N(t,e,r){const s=this.c
this.a("space_reserve",Math.min(64,e.length/this.dim))
s.r()
const i=64*this.dim
for(let o=0;o<e.length;o+=i){const a=e.subarray(o,o+i)
s.g.set(a)
const n=r(a.length,o)
n<0&&h(n,t)}}ba(t,e,r,s){this.p()
const{d:i,g:o}=this.c
if(void 0===r&&void 0===s){const r=i.lora_space_map_input(this.e,e)
r<0&&h(r,t)
return}O(t,r,this.dim)
const a=r,n=void 0===s?new Float32Array(this.dim):s
O(`${t}: out`,n,this.dim)
o.set(a)
const c=i.lora_space_map(this.e,e,1)
c<0&&h(c,t)
this.input.set(a)
this.output.set(o.subarray(0,this.dim))
n.set(this.output)
return n}ca(t,e,r,s){E(t,r,this.dim,Ct)
void 0!==s&&O(`${t}: out`,s,r.length)
const i=new Float32Array(r.length),{c:o}=this
this.N(t,r,(t,r)=>{const s=o.d.lora_space_map(this.e,e,t/this.dim)
i.set(o.g.subarray(0,t),r)
return s})
if(void 0===s)return i
s.set(i)
return s}da(){return this.c.g.slice(0,this.dim)}L(){const[t,e]=[i,o].map(t=>{this.a("space_mean",t)
return this.da()}),r=new Float32Array(this.directions*this.dim),s=new Float32Array(this.directions)
for(let t=0;t<this.directions;t++){s[t]=this.a("space_direction",t)
r.set(this.da(),t*this.dim)}return{documentMean:t,queryMean:e,directions:r,scales:s}}D(t){const r=Ht("copyFrom",t)
this.i()
r.i()
r.c!==this.c&&n("LORA_E_OPTION","copyFrom: the two are in different engines")
const s=this.c.d.lora_space_copy(this.e,r.e)
s===e.LORA_E_SHAPE&&n("LORA_E_SHAPE","copyFrom: dim or directions differ")
s<0&&h(s,"copyFrom")}},Ht=(t,e)=>q(t,`an ${Tt}`,e,Dt),EmbeddingSpace=class t extends U{static k=tt(Tt,this)
constructor(t){const e=new Dt(t)
super(e)
this.dim=e.dim
this.directions=e.directions
H(this)}learnDocuments(t){Bt(this).m("learnDocuments",i,t)}learnQueries(t){Bt(this).m("learnQueries",o,t)}document(t,e){return Bt(this).ba("document",i,t,e)}query(t,e){return Bt(this).ba("query",o,t,e)}documents(t,e){return Bt(this).ca("documents",i,t,e)}queries(t,e){return Bt(this).ca("queries",o,t,e)}get input(){const t=Bt(this)
t.p()
return t.input}get output(){const t=Bt(this)
t.p()
return t.output}get documentCount(){return Bt(this).a("space_count",i)}get queryCount(){return Bt(this).a("space_count",o)}get spread(){return Bt(this).a("space_spread")}get frozen(){return Bt(this).M()}freeze(t=!0){Bt(this).a("space_freeze",Number(F("freeze",t)))}export(){return Bt(this).L()}fitRawIndex(t){return function(t,e){const r="fitRawIndex"
t.i()
const{dim:s}=t,o=E(r,e,s,4294967295)
t.aa(r,e)
0===t.a("space_count",i)&&n("LORA_E_STATE",`${r}: the space knows no documents; call learnDocuments before`)
const{documentMean:a}=t.L(),c=xt(t),h=Array.from({length:o},(t,r)=>e.subarray(r*s,(r+1)*s)),u=Float64Array.from(h,t=>{const e=Float64Array.from(t)
Mt(e,-1,a)
Pt(e,c)
return Math.sqrt(Ft(e,e))}),{b:d,r2:l}=function(t,e){const{length:r}=t,s=new Float64Array(t[0].length)
for(const e of t)Mt(s,1/r,e)
const i=e.reduce((t,e)=>t+e/r,0),o=new Float64Array(s.length),a=e.map(t=>t-i),n=Ft(a,a)
if(n<=1e-12*Ft(e,e))return{b:o,r2:1}
const c=()=>{const e=new Float64Array(s.length)
t.forEach((t,r)=>Mt(e,a[r],t))
return e}
let h=c(),u=Ft(h,h)
for(let r=0;r<64;r++){const r=Ft(h,s),i=e.map((e,s)=>Ft(h,t[s])-r),d=u/Ft(i,i)
if(!Number.isFinite(d))break
Mt(o,d,h)
Mt(a,-d,i)
if(d*u<=1e-5*n)break
const l=c(),p=u
u=Ft(l,l)
Mt(l,u/p,h)
h=l}return{b:o,r2:1-Ft(a,a)/n}}(h,u)
return{correction:Float32Array.from(d),r2:l}}(Bt(this),t)}rawQuery(t,e,r){return function(t,e,r,s=new Float32Array(t.dim)){t.i()
O("rawQuery: answer",e,t.dim)
O("rawQuery: correction",r,t.dim)
O("rawQuery: out",s,t.dim)
const i=Float64Array.from(e),o=Math.sqrt(Ft(i,i))||1
Pt(i,xt(t))
const a=i.map((t,e)=>Math.fround(t/o-.5*r[e]))
a.every(Number.isFinite)||n("LORA_E_NONFINITE","rawQuery: a number of the answer or the correction is not finite")
s.set(a)
return s}(Bt(this),t,e,r)}clone(){const e=Bt(this)
e.i()
const r=new t({...e.l(),engine:e.x})
Bt(r).D(this)
return r}copyFrom(t){Bt(this).D(t)}reset(){Bt(this).a("space_reset")}},Wt=class extends $t{E
constructor(t,e,r,s){super(t,function(t){const e=F("cautious",t.cautious)
if(void 0===t.space){e&&n("LORA_E_OPTION","cautious: it needs a space")
return t}const r=Ht("space",t.space)
r.i()
const s=void 0!==t.in||void 0!==t.out,i=t.dim??(s?void 0:r.dim)
return{...t,dim:i,engine:t.engine??r.x}}(e),r,s)
this.space=e.space
this.cautious=e.cautious
if(void 0!==this.space)try{this.E=Ht("space",this.space)
this.ua(this.E)}catch(t){this.w()
throw t}}ua(t){t.c!==this.c&&n("LORA_E_OPTION","space: it is in another engine")
const r=this.c.d.lora_join_space(this.e,t.e,Number(this.cautious))
if(r===e.LORA_E_SHAPE){const e=this.in===this.out?this.in:`${this.in} and ${this.out}`
n("LORA_E_SHAPE",`space: its vectors have ${t.dim} numbers, these have ${e}`)}r<0&&h(r,"space")}l(){return{...super.l(),...void 0===this.space?{}:{space:this.space,cautious:this.cautious}}}},qt=t=>k("rank",t,1,64,"LORA_E_SHAPE")
function Gt(t,e,r,s){const[{adapters:i}]=t
for(const{adapters:e}of t){e.i()
e.c!==i.c&&n("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.t===i.t||n("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")
e.E!==i.E&&n("LORA_E_OPTION","these adapters are in different spaces; load them into one")}const o=i.ea({rank:e}),a={adapter:o,keptEnergy:1,foldError:0}
try{const e=W(o)
e.va(i)
for(let o=0;o<i.t;o++){const i=t.filter(({adapters:t})=>t.wa(o))
i.length>0&&Ut(i,e,o,Number(r),s,a)}}catch(t){o.free()
throw t}return a}function Ut(t,e,r,s,i,o){const a=e.c,n=a.d,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),p=Rt(a,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=n.lora_sum_add(p,e.e,r,s)
t<0&&h(t,"sum")}const a=n.lora_sum_take(p,e.e,r,s,i)
a<0&&h(a,"sum")
o.keptEnergy=Math.min(o.keptEnergy,n.lora_sum_kept(p))
o.foldError=Math.max(o.foldError,n.lora_sum_lost(p))}finally{n.lora_free(p)}}var Jt=class t extends Wt{ea(t){return new(Z.get(this.k))({...this.l(),engine:this.x,...t})}fa(t){const e=e=>this.o("option",t,e)
return{...Object.fromEntries([...l].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}va(t){const{d:e}=this.c
for(let r=0;r<this.t;r++){const s=(s,i=t.a("option",r,s))=>{const o=e.lora_set_option(this.e,r,s,i)
o<0&&h(o,"options")}
s(4,0)
s(5)
for(const t of l.values())s(t)}}wa(t){return 1===this.t||t>=this.sa||1===this.a("has_learned",t)}ga(e,r){const s=q(r,"an adapter like this one",e,t)
this.i()
s.i()
s.c!==this.c&&n("LORA_E_OPTION",`${r}: the two are in different engines`)
return s}xa(){this.i()
const t=this.ea({})
try{W(t).a("copy",this.e,1)}catch(e){t.free()
throw e}return t}D(t){const r=this.ga(t,"copyFrom"),s=this.c.d.lora_copy(this.e,r.e,0)
s===e.LORA_E_SHAPE&&n("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone")
s<0&&h(s,"copyFrom")}ya(t){return Gt([{adapters:this,weight:1}],qt(t),!1,0).adapter}za(t,e={}){const r=this.ga(t,"update"),{rank:s,maxNorm:i}=P("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Gt([{adapters:this,weight:1},{adapters:r,weight:-1}],qt(s),!1,S("update: maxNorm",i))}ha(t,e,r){const s=this.h(t),{d:i,g:o}=this.c,a=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=a.subarray(t*this.in,(t+1)*this.in)
o.set(e)
const n=i.lora_merge_row(this.e,s,t,r)
n<0&&h(n,"merge")
e.set(o.subarray(0,this.in))}return a}Aa(t){const r=this.h(t),{d:s}=this.c
s.lora_read_row(this.e,r,8,0)!==e.LORA_E_STATE&&n("LORA_E_STATE","merge: clicks have taught a shift, which no matrix holds")}F(t,e,r){O("W (out, in)",e,this.out*this.in)
this.Aa(t)
e.set(this.ha(t,e,r))
return e}ia(t){return this.ha(t,new Float32Array(this.out*this.in),1)}},Qt={temperature:void 0,margin:void 0,units:void 0},Yt=["spread","cosine"],Vt=[.5,.07],Xt=[2,0],Kt={temperature:1,mapped:!1},Zt=class extends Jt{ja=0
ka(){const t=this.a("mean_cosine")
return{meanCosine:t>1?void 0:t,advice:void 0===this.space&&t>.5&&t<=1?`inputs have a mean cosine of ${t.toFixed(2)}: they share a direction that hides what sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as \`space\``:void 0}}O(){if(this.ja>64||++this.ja<=64||!this.c.G)return
const{advice:t}=this.ka()
if(void 0!==t){this.c.G=!1
globalThis.console?.warn(`microlora: ${t}; init({ warnings: false }) turns this off`)}}C(t,e){super.C(t,e)
this.O()}m(t,e,r,s,i){const o=super.m(t,e,r,s,i)
this.O()
return o}P(t,e,r,s,i,o={}){const a=this.h(t),c=this.c,[u,d]=function(t){const{temperature:e,margin:r,units:s}=P("contrast",t,Qt)
if(void 0===r){const[t]=Yt,r=j("units",void 0===s?t:s,Yt)
return[Xt[r],I("temperature",void 0===e?Vt[r]:e)]}void 0===e&&void 0===s||n("LORA_E_OPTION","contrast: give temperature and its units (InfoNCE), or margin (triplet), not both")
return[1,I("margin",r)]}(o)
O("contrast: query",e,i*this.in)
O("contrast: positive",r,i*this.out)
const l=i+(void 0===s?0:E("contrast: negatives",s,this.out,65536-i))
l<2&&n("LORA_E_SHAPE","contrast: give at least one negative")
const p=c.d.lora_reserve(this.e,i,l)
p<0&&h(p,"contrast")
c.r()
const m=c.g
m.set(e)
m.set(r,e.length)
void 0!==s&&m.set(s,e.length+r.length)
const f=c.d.lora_contrast(this.e,a,i,l,u,d)
f<-1&&this.j(f,"contrast",a)
this.u=i
this.O()
return f}la(t,e,r,s,i){const o=E("contrastBatch: queries",e,this.in,this.batch)
return this.P(t,e,r,s,o,i)}ma(t,e,r,s,i={}){const o=this.h(t),{temperature:a,mapped:c}=P("click",i,Kt)
void 0===this.space&&n("LORA_E_STATE","click: these adapters are in no space; make them with a `space`")
O("click: query",e,this.in)
const h=E("click: shown",r,this.out,32)
h<2&&n("LORA_E_SHAPE","click: show at least two documents")
const u=k("click: index",s,0,h-1,"LORA_E_SHAPE"),d=Number(F("mapped",c)),l=I("temperature",a)
this.na("click",e,r,h)
const{d:p}=this.c,m=p.lora_click(this.e,o,h,u,d,l)
m<-1&&this.j(m,"click",o)
this.u=1
return m}na(t,e,r,s){const i=this.c,o=i.d.lora_reserve(this.e,1,s)
o<0&&h(o,t)
i.r()
i.g.set(e)
i.g.set(r,e.length)}Q(t,e,r,s={}){const i=this.h(t),o=this.c,a=F("mapped",P("score",s,{mapped:!1}).mapped)
a&&void 0===this.space&&n("LORA_E_OPTION","mapped: these adapters are in no space")
O("score: x",e,this.in)
const c=E("score: documents",r,this.out,65536)
this.na("score",e,r,c)
const h=o.d.lora_score(this.e,i,c,Number(a))
h<0&&this.j(h,"score",i)
return o.g.slice(0,c)}oa(t,e,r,s){const i=this.Q(t,e,r,s)
return Uint32Array.from(i,(t,e)=>e).sort((t,e)=>i[e]-i[t]||t-e)}pa(t,e){const r=this.h(t),s=this.c
if(void 0!==e){O("accumulate: gradient",e,this.out)
s.g.set(e)}const i=s.d.lora_accumulate(this.e,r,1,void 0===e?0:1)
i<0&&this.j(i,"accumulate",r)}qa(t){const e=this.h(t),r=this.c.d.lora_step(this.e,e)
r<0&&this.j(r,"step",e)}},te=W
function ee(t){const e=te(t)
e.p()
return e}var re=class extends U{constructor(t){super(t)
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
H(this)}get input(){return ee(this).input}get output(){return ee(this).output}get gradient(){return ee(this).gradient}get inputs(){return ee(this).inputs}get outputs(){return ee(this).outputs}get gradients(){return ee(this).gradients}get paramCount(){return te(this).a("param_count")}get learningRate(){return te(this).J}set learningRate(t){const e=S("learningRate",t)
te(this).y(s,{learningRate:e})}},se=W,ie=class extends re{get space(){return se(this).space}get cautious(){return se(this).cautious}diagnose(){return W(this).ka()}clone(){return se(this).xa()}copyFrom(t){se(this).D(t)}resize(t){return se(this).ya(t)}update(t,e){return se(this).za(t,e)}},oe="MicroLoRA",ae=W,ne=class extends Zt{s(){return{learningRate:this.J,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},ce=class extends ie{
constructor(t){const e=P(oe,t,p)
super(new ne(oe,e,1,0))}forward(t,e){return ae(this).X(0,t,e)}adapt(t){ae(this).C(0,t)}forwardBatch(t,e){return ae(this).Y(0,t,e)}adaptBatch(t){ae(this).Z(0,t)}learn(t,e,r){return ae(this).m(0,t,e,1,r)}learnBatch(t,e,r){return ae(this)._(0,t,e,r)}adaptWithReward(t){ae(this).$(0,t)}get deltaNorm(){return ae(this).a("delta_norm",0)}get adaptCount(){return ae(this).a("adapt_count",0)}get forwardCount(){return ae(this).a("forward_count",0)}getWeights(){return ae(this).V(0)}setWeights(t){
ae(this).W(0,t)}reset(){ae(this).a("reset",s)}},he=W,MicroLoRA=class extends ce{static k=tt("MicroLoRA",this)
contrast(t,e,r,s){return he(this).P(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return he(this).la(0,t,e,r,s)}click(t,e,r,s){return he(this).ma(0,t,e,r,s)}score(t,e,r){return he(this).Q(0,t,e,r)}order(t,e,r){return he(this).oa(0,t,e,r)}get served(){return he(this).a("served",0)}accumulate(t){he(this).pa(0,t)}step(){he(this).qa(0)}decayToBase(t){he(this).a("decay_to_base",0,N(t))}setOptions(t){he(this).y(s,t)}getOptions(){return he(this).fa(0)}delta(){return he(this).ia(0)}mergeInto(t){
return he(this).F(0,t,1)}unmergeFrom(t){return he(this).F(0,t,-1)}},ue=t=>Object.freeze(t.split(" ")),de=/* @__PURE__ */ue("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),le=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */ue("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */ue("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */ue("Aggregate GroupBy"),
shaping:/* @__PURE__ */ue("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */ue("VectorDistance Rerank")}),pe="ScopedLoRA",me=W,fe={...p,scopes:void 0,categories:void 0,categoryFallback:!0},_e=class extends Zt{constructor(t){const e=P(pe,t,fe),r=void 0===e.scopes?de:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||v("scopes","an array of names",t)
k("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&n("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?le:{})
const i=function(t,e){M(t)&&Object.values(t).every(Array.isArray)||v("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&n("LORA_E_SCOPE",`categories: there is no scope ${g(t)}${b(t,[...e.keys()])}`)
r.has(s)&&n("LORA_E_OPTION",`categories: ${_(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),o=F("categoryFallback",e.categoryFallback)
super(pe,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.Ba=s
this.categoryFallback=o
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.ra(o)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}s(){return{learningRate:this.J,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}ra(t){this.a("set_category_fallback",Number(F("categoryFallback",t)))
this.categoryFallback=t}h(t){return"string"==typeof t?this.Ba.get(t)??n("LORA_E_SCOPE",`there is no scope ${_(t)}${b(t,this.scopes)}`):k("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ge=class extends ie{constructor(t){super(new _e(t))}get scopes(){return me(this).scopes}get categories(){return me(this).categories}scopeName(t){const e=me(this)
e.i()
return e.scopes[e.h(t)]}forward(t,e,r){return me(this).X(t,e,r)}adapt(t,e){me(this).C(t,e)}forwardBatch(t,e,r){return me(this).Y(t,e,r)}adaptBatch(t,e){me(this).Z(t,e)}learn(t,e,r,s){return me(this).m(t,e,r,1,s)}learnBatch(t,e,r,s){return me(this)._(t,e,r,s)}adaptWithReward(t,e){me(this).$(t,e)}deltaNorm(t){return me(this).o("delta_norm",t)}adaptCount(t){return me(this).o("adapt_count",t)}forwardCount(t){return me(this).o("forward_count",t)}get totalAdaptCount(){
return me(this).a("total_adapt_count")}get totalForwardCount(){return me(this).a("total_forward_count")}get categoryFallback(){return me(this).categoryFallback}set categoryFallback(t){me(this).ra(t)}getWeights(t){return me(this).V(t)}setWeights(t,e){me(this).W(t,e)}reset(t){const e=me(this)
e.a("reset",void 0===t?s:e.h(t))}},ye=W,ScopedLoRA=class extends ge{static k=tt("ScopedLoRA",this)
contrast(t,e,r,s,i){return ye(this).P(t,e,r,s,1,i)}contrastBatch(t,e,r,s,i){return ye(this).la(t,e,r,s,i)}click(t,e,r,s,i){return ye(this).ma(t,e,r,s,i)}score(t,e,r,s){return ye(this).Q(t,e,r,s)}order(t,e,r,s){return ye(this).oa(t,e,r,s)}served(t){return ye(this).o("served",t)}accumulate(t,e){ye(this).pa(t,e)}step(t){ye(this).qa(t)}decayToBase(t,e){ye(this).o("decay_to_base",t,N(e))}setOptions(t,e){const r=ye(this)
r.y(void 0===e?s:r.h(e),t)}getOptions(t){return ye(this).fa(t)}delta(t){return ye(this).ia(t)}mergeInto(t,e){return ye(this).F(t,e,1)}unmergeFrom(t,e){return ye(this).F(t,e,-1)}},be="TrajectoryBuffer",we=W,Ae=2**32-1,ve={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Oe(t,e){const r=L(t,e)
r<=0&&n("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Ee=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Re=class extends Lt{constructor(t){const e=P(be,t,ve)
super(be,e.engine)
this.capacity=k("capacity",e.capacity,1,Ae)
this.dim=k("dim",e.dim,1,r,"LORA_E_SHAPE")
this.operators=k("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}s(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends U{static k=tt(be,this)
constructor(t){const e=new Re(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
H(this)}record(t,e,r,s,i){const o=we(this)
O("embedding",t,o.dim)
k("operator",e,0,o.operators-1)
k("attention",r,0,255)
Oe("executionMs",s)
Oe("baselineMs",i)
const{d:a,g:n}=o.c
n.set(t)
const c=a.lora_trajectory_record(o.e,e,r,s,i)
c<0&&h(c,"record")}get length(){return we(this).a("trajectory_length")}get totalCount(){return we(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return we(this).a("trajectory_success_rate")}get bestImprovement(){return we(this).a("trajectory_best_improvement")}get meanImprovement(){return we(this).a("trajectory_mean_improvement")}get variance(){return we(this).a("trajectory_variance")}get bestAttention(){return we(this).a("trajectory_best_attention")}
highQualityCount(t){return we(this).a("trajectory_high_quality_count",L("threshold",t))}countByOperator(t){const e=we(this)
k("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=we(this)
k("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&v("filter: keep","a function",t)
return[...this].filter(t)}top(t){k("top: count",t,0,Ae)
const e=Array.from({length:this.length},(t,e)=>({improvement:we(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=$("statistics: by",t,Ee),r=(t,r)=>we(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){k("sample: count",t,0,Ae)
const r=P("sample",e,{by:"uniform",seed:1}),s=1===j("sample: by",r.by,["uniform","improvement"]),i=k("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&n("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(we(this).a("trajectory_draw",Number(s),i,e)))}reset(){we(this).a("trajectory_reset")}}
function Le(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||n("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(s)
O(t,i,r)
return i}var ke=class{constructor(t,e){this.k=t
this.f=e}q(){return W(this.f).q()}w(){this.f.free()}},Se=class extends ke{#e
#r
#s=!1
#i=-1
#o=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#i=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Le("forward_array: input",e,this.#e.dim))
this.#i=t
this.#s=!0
return r}prepare(t){if(this.#i===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#o[t]=this.hidden(t)+1
this.#i=t}forget(){this.#i=-1}hidden(t){return this.#o[t]??0}get hiddenInAll(){return this.#o.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#o=[]:this.#o[t]=0}},Ie=/* @__PURE__ */ue("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Ne=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),je=W,WasmMicroLoRA=class extends U{constructor(t,e,r){const s=new MicroLoRA(Ne(t,e,r))
super(new Se("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return je(this).inputAddress}get_output_ptr(){return je(this).outputAddress}forward(){je(this).forward(0)}forward_array(t){return je(this).forwardArray(0,t)}adapt(){je(this).prepare(0)
je(this).f.adapt()}adapt_array(t){const e=Le("adapt_array: gradient",t,je(this).f.dim)
je(this).prepare(0)
je(this).f.adapt(e)}adapt_with_reward(t){je(this).prepare(0)
je(this).f.adaptWithReward(t)}delta_norm(){return je(this).f.deltaNorm}adapt_count(){return BigInt(je(this).f.adaptCount)}forward_count(){return BigInt(je(this).f.forwardCount-je(this).hidden(0))}param_count(){return je(this).f.paramCount}dim(){return je(this).f.dim}reset(){je(this).f.reset()
je(this).reset()}},$e=W,WasmScopedLoRA=class extends U{constructor(t,e,r){const s=new ScopedLoRA(Ne(t,e,r))
super(new Se("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?de[t]:void 0)??n("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return $e(this).inputAddress}get_output_ptr(){return $e(this).outputAddress}forward(t){$e(this).forward(t)}forward_array(t,e){return $e(this).forwardArray(t,e)}adapt(t){$e(this).prepare(t)
$e(this).f.adapt(t)}adapt_array(t,e){const r=Le("adapt_array: gradient",e,$e(this).f.dim)
$e(this).prepare(t)
$e(this).f.adapt(t,r)}adapt_with_reward(t,e){$e(this).prepare(t)
$e(this).f.adaptWithReward(t,e)}delta_norm(t){return $e(this).f.deltaNorm(t)}adapt_count(t){return BigInt($e(this).f.adaptCount(t))}forward_count(t){return BigInt($e(this).f.forwardCount(t)-$e(this).hidden(t))}total_adapt_count(){return BigInt($e(this).f.totalAdaptCount)}total_forward_count(){return BigInt($e(this).f.totalForwardCount-$e(this).hiddenInAll)}set_category_fallback(t){$e(this).f.categoryFallback=t
$e(this).forget()}reset_scope(t){$e(this).f.reset(t)
$e(this).reset(t)}reset_all(){$e(this).f.reset()
$e(this).reset()}},Fe=t=>W(t).f,WasmTrajectoryBuffer=class extends U{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new ke("WasmTrajectoryBuffer",r))}record(t,e,r,s,i){const o=Le("record: embedding",t,Fe(this).dim)
Fe(this).record(o,e,r,s,i)}success_rate(){return Fe(this).successRate}best_improvement(){return Fe(this).bestImprovement}mean_improvement(){return Fe(this).meanImprovement}variance(){return Fe(this).variance}best_attention(){return Fe(this).bestAttention}high_quality_count(t){return Fe(this).highQualityCount(t)}count_by_operator(t){return Fe(this).countByOperator(t)}len(){return Fe(this).length}total_count(){return BigInt(Fe(this).totalCount)}is_empty(){return Fe(this).isEmpty}reset(){
Fe(this).reset()}}
function Me(t,e={}){Array.isArray(t)&&0!==t.length||v("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{M(t)||v("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=P("average",t,{adapter:void 0,weight:1})
return{adapters:q("average: adapter","a MicroLoRA or ScopedLoRA",e,Jt),weight:S("average: weight",r)}})
r.every(({weight:t})=>0===t)&&n("LORA_E_RANGE","average: one weight at least must be above 0")
const s=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=P("average",e,{rank:s})
return Gt(r,qt(i),!0,0)}export{Ie as COMPAT_SCOPES,le as DEFAULT_CATEGORIES,de as DEFAULT_SCOPES,EmbeddingSpace,LoraError,MicroLoRA,Ie as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,Me as average,Et as createEngine,vt as default,Ot as initSync}

